package dev.hcp.samples.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** The program {@code hcp}. */
public final class Hcp {
    /** System properties that are set unless the user did: a quiet log, on standard error. */
    private static final Map<String, String> PROPERTIES = Map.of("org.slf4j.simpleLogger.defaultLogLevel", "error");

    private Hcp() {}

    /** Runs the program and ends the JVM with its exit code, one of {@link ExitCodes}. */
    public static void main(String[] arguments) {
        PROPERTIES.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.exit(run(new Streams(in, out, err, Terminal.isThere()), System.getenv(), arguments));
    }

    /** Runs the program in this JVM. */
    static int run(Streams streams, Map<String, String> environment, String... arguments) {
        try (Session session = new Session(streams, environment)) {
            CommandLine root = CommandTree.forArguments(session, List.of(arguments))
                    .setOut(streams.out())
                    .setErr(streams.err())
                    .setOverwrittenOptionsAllowed(true)
                    .setExpandAtFiles(false)
                    .setAbbreviatedOptionsAllowed(false)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setParameterExceptionHandler((refused, all) ->
                            new Complaint(ExitCodes.USAGE, List.of(Misunderstanding.text(refused))).print(streams))
                    .setExecutionExceptionHandler((failure, command, parsed) ->
                            Complaint.of(failure, session).print(streams));
            int code = root.execute(arguments);
            streams.out().flush();
            streams.err().flush();
            return code;
        }
    }
}
