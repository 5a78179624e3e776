package dev.hcp.samples.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/**
 * What a command reads, and where it writes.
 *
 * @param in answers of a person
 * @param out results
 * @param err everything else
 * @param terminal whether a person watches
 */
record Streams(BufferedReader in, PrintWriter out, PrintWriter err, boolean terminal) {
    /** An answer; empty when there is none. */
    String readLine() {
        try {
            String line = in.readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the answer", e);
        }
    }
}
