package dev.hcp.simulator.cli;

import dev.hcp.api.HcpException;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The program {@code hcp-sim}. Its exit code is 0 when all went well, 2 when it was asked for something that it cannot do
 * (one line on standard error says what), and 1 when it has a defect (with a stack trace).
 */
@Command(
        name = "hcp-sim",
        description = "An in-memory management cluster for hosted control planes (HyperShift).",
        subcommands = {ServeCommand.class, BehaviourCommand.class, HelpCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = HcpSim.Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class HcpSim implements Runnable {
    static final int REFUSED = 2;
    static final int DEFECT = 1;

    /** System properties that are set unless the user did: a quiet log, and no set-up of what a server has no use for. */
    private static final Map<String, String> PROPERTIES =
            Map.of("org.slf4j.simpleLogger.defaultLogLevel", "warn", "vertx.disableDnsResolver", "true");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** Runs the program and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        PROPERTIES.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new HcpSim())
                .setParameterExceptionHandler(HcpSim::refuse)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof HcpException) {
                        return fail(command, String.valueOf(failure.getMessage()));
                    }
                    failure.printStackTrace(command.getErr());
                    return DEFECT;
                });
    }

    private static int refuse(ParameterException refused, String[] arguments) {
        CommandLine command = refused.getCommandLine();
        return fail(
                command,
                refused.getMessage() + " (see " + command.getCommandSpec().qualifiedName() + " --help)");
    }

    private static int fail(CommandLine command, String message) {
        PrintWriter err = command.getErr();
        err.println("hcp-sim: " + message.replaceAll("\\s*\\R\\s*", " "));
        err.flush();
        return REFUSED;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing, such as serve");
    }

    /** The version in the manifest of the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = HcpSim.class.getPackage().getImplementationVersion();
            return new String[] {"hcp-sim " + (version == null ? "(not packaged)" : version)};
        }
    }
}
