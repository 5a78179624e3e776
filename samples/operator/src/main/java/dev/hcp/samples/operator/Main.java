package dev.hcp.samples.operator;

import dev.hcp.api.HcpException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code operator run} and {@code operator manifests}. */
@Command(
        name = "operator",
        description = "Runs HyperShift's controllers on a management cluster.",
        mixinStandardHelpOptions = true,
        subcommands = {RunCommand.class, ManifestsCommand.class})
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler((failure, command, parsed) -> {
            if (!(failure instanceof HcpException)) {
                throw failure;
            }
            // It says what to do; where in the code it happened helps nobody.
            command.getErr().println("error: " + failure.getMessage());
            command.getErr().flush();
            return CommandLine.ExitCode.SOFTWARE;
        });
    }
}
