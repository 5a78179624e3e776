package dev.hcp.samples.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** {@code hcp completion}. */
@Command(
        footer = {"", "For bash, and for zsh after 'autoload bashcompinit; bashcompinit':", "  source <(hcp completion)"
        })
final class CompletionCommand implements Callable<Integer> {
    private final Session session;

    CompletionCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.streams().out().print(AutoComplete.bash("hcp", CommandTree.whole(session)));
        return ExitCodes.OK;
    }
}
