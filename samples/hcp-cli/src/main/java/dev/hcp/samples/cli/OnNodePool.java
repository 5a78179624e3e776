package dev.hcp.samples.cli;

import dev.hcp.client.NodePoolResource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command about one node pool. */
abstract class OnNodePool implements Callable<Integer> {
    final Session session;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "Namespace of the node pool. Default: clusters.")
    private String namespace = "clusters";

    @Parameters(paramLabel = "NAME", description = "Name of the node pool.")
    private String name = "";

    OnNodePool(Session session) {
        this.session = session;
    }

    NodePoolResource pool() {
        return session.hcp().nodePool(namespace, name);
    }
}
