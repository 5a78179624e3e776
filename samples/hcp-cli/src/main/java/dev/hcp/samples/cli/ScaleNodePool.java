package dev.hcp.samples.cli;

import dev.hcp.api.hypershift.NodePool;
import dev.hcp.client.NodePoolResource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hcp scale nodepool}. */
@Command(footer = {"", "Example:", "  hcp scale nodepool demo --replicas 3"})
final class ScaleNodePool extends OnNodePool {
    @Option(names = "--replicas", paramLabel = "N", required = true, description = "How many nodes; 0 for none.")
    private int replicas;

    ScaleNodePool(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        NodePoolResource pool = pool();
        NodePool before = pool.get();
        if (before.getSpec() != null && before.getSpec().getAutoScaling() != null) {
            throw new UsageException(pool + " scales itself; end that with 'hcp autoscale nodepool " + pool.name()
                    + " --namespace " + pool.namespace() + " --off --replicas " + replicas + "'");
        }
        Integer had = before.getSpec() == null ? null : before.getSpec().getReplicas();
        NodePool scaled = pool.scale(replicas);
        String back = replicas == 0 && had != null && had > 0
                ? "; to go back: hcp scale nodepool " + pool.name() + " --namespace " + pool.namespace()
                        + " --replicas " + had
                : "";
        Printed.result(session, scaled, "NodePool " + pool.name() + " shall have " + nodes(replicas) + back);
        return ExitCodes.OK;
    }

    static String nodes(int number) {
        return number == 0 ? "no nodes" : number == 1 ? "1 node" : number + " nodes";
    }
}
