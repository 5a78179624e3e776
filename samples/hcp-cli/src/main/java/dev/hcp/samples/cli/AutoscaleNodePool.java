package dev.hcp.samples.cli;

import dev.hcp.client.NodePoolResource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hcp autoscale nodepool}. */
@Command
final class AutoscaleNodePool extends OnNodePool {
    @Option(names = "--min", paramLabel = "N", required = true, description = "The fewest nodes.")
    private int minimum;

    @Option(names = "--max", paramLabel = "N", required = true, description = "The most nodes.")
    private int maximum;

    AutoscaleNodePool(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        NodePoolResource pool = pool();
        Printed.result(
                session,
                pool.autoscale(minimum, maximum),
                "NodePool " + pool.name() + " scales itself between " + minimum + " and " + maximum + " nodes");
        return ExitCodes.OK;
    }
}
