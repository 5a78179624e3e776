package dev.hcp.samples.cli;

import dev.hcp.client.NodePoolResource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hcp scale nodepool}. */
@Command
final class ScaleNodePool extends OnNodePool {
    @Option(names = "--replicas", paramLabel = "N", required = true, description = "How many nodes; 0 for none.")
    private int replicas;

    ScaleNodePool(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        NodePoolResource pool = pool();
        Printed.result(session, pool.scale(replicas), "NodePool " + pool.name() + " shall have " + replicas + " nodes");
        return ExitCodes.OK;
    }
}
