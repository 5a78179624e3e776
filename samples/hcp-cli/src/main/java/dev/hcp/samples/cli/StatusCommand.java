package dev.hcp.samples.cli;

import picocli.CommandLine.Command;

/** {@code hcp status}. */
@Command
final class StatusCommand extends OnCluster {
    StatusCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        session.streams().out().println(cluster().status());
        return ExitCodes.OK;
    }
}
