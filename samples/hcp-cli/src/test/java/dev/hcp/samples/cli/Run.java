package dev.hcp.samples.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;

/**
 * One run of the program in this JVM.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
record Run(int code, String out, String err) {
    static Run of(String... arguments) {
        return in(Map.of("HOME", "/nonexistent"), arguments);
    }

    static Run in(Map<String, String> environment, String... arguments) {
        return run(environment, "", false, arguments);
    }

    /** On a terminal, where a person gives an answer. */
    static Run answered(String answer, Map<String, String> environment, String... arguments) {
        return run(environment, answer, true, arguments);
    }

    private static Run run(Map<String, String> environment, String answer, boolean terminal, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Streams streams = new Streams(
                new BufferedReader(new StringReader(answer)), new PrintWriter(out), new PrintWriter(err), terminal);
        int code = Hcp.run(streams, environment, arguments);
        return new Run(code, out.toString(), err.toString());
    }
}
