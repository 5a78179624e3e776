package dev.hcp.samples.cli;

import java.io.PrintWriter;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err everything else
 * @param terminal whether a person watches
 */
record Streams(PrintWriter out, PrintWriter err, boolean terminal) {}
