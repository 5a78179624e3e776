package dev.hcp.samples.cli;

import dev.hcp.client.NodePoolResource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hcp destroy nodepool}. */
@Command
final class DestroyNodePool implements Callable<Integer> {
    private final Session session;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "Namespace of the cluster. Default: clusters.")
    private String namespace = "clusters";

    @Option(names = "--name", paramLabel = "NAME", required = true, description = "Name of the node pool.")
    private String name = "";

    DestroyNodePool(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        NodePoolResource pool = session.hcp().nodePool(namespace, name);
        pool.get();
        pool.delete();
        session.streams().out().println("NodePool " + name + " is being deleted");
        return ExitCodes.OK;
    }
}
