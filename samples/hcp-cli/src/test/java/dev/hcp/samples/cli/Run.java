package dev.hcp.samples.cli;

import java.io.PrintWriter;
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
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Hcp.run(new Streams(new PrintWriter(out), new PrintWriter(err), false), environment, arguments);
        return new Run(code, out.toString(), err.toString());
    }
}
