package dev.hcp.samples.cli;

import java.io.PrintWriter;

/** A line for each thing that happens, for logs and pipes. */
final class ProgressLines implements Progress {
    private final PrintWriter out;
    private final String task;
    private String last = "";

    ProgressLines(PrintWriter out, String task) {
        this.out = out;
        this.task = task;
    }

    @Override
    public void at(int steps, String what) {
        if (!what.equals(last)) {
            last = what;
            out.println(task + ": " + what);
        }
    }

    @Override
    public void close() {}
}
