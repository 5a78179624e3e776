package dev.hcp.samples.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/**
 * Does what people do most, into nowhere: the build keeps the classes that this loads in an archive, from which the
 * launcher starts the program.
 */
final class Rehearsal {
    private static final List<String> LINES = List.of(
            "--help",
            "create cluster --help",
            "create cluster kubevirt --help",
            "create cluster kubevirt --name archive --cores 0 --render",
            "create cluster kubevirt --name archive --render",
            "create nodepool kubevirt --help",
            "version --client-only");

    private Rehearsal() {}

    public static void main(String[] arguments) {
        BufferedReader nothing = new BufferedReader(Reader.nullReader());
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        for (String line : LINES) {
            Hcp.run(new Streams(nothing, nowhere, nowhere, false), Map.of("HOME", "/nonexistent"), line.split(" "));
        }
    }
}
