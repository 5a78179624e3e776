package dev.hcp.samples.cli;

import dev.hcp.client.HostedClusterResource;
import dev.hcp.client.NodePoolResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command about a hosted cluster or a node pool, told apart by a word before the name. */
abstract class OnClusterOrNodePool implements Callable<Integer> {
    private static final String CLUSTER = "cluster";
    private static final String NODE_POOL = "nodepool";

    private final Session session;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            description = "Namespace it is in. Default: clusters.")
    private String namespace = "clusters";

    @Parameters(
            paramLabel = "[KIND] NAME",
            hideParamSyntax = true,
            arity = "1..2",
            description = "What: cluster (the default) or nodepool; and its name.")
    private List<String> words = List.of();

    OnClusterOrNodePool(Session session) {
        this.session = session;
    }

    /** Changes the one that is named and prints what it is like then. */
    final void change(
            Function<HostedClusterResource, ? extends HasMetadata> cluster,
            Function<NodePoolResource, ? extends HasMetadata> nodePool,
            String result) {
        String kind = words.size() == 1 ? CLUSTER : words.get(0);
        String name = words.get(words.size() - 1);
        switch (kind) {
            case CLUSTER ->
                Printed.result(
                        session,
                        cluster.apply(session.hcp().hostedCluster(namespace, name)),
                        "HostedCluster " + name + " " + result);
            case NODE_POOL ->
                Printed.result(
                        session,
                        nodePool.apply(session.hcp().nodePool(namespace, name)),
                        "NodePool " + name + " " + result);
            default ->
                throw new UsageException("'" + kind + "' is neither " + CLUSTER + " nor " + NODE_POOL
                        + ": give one of these and a name, or the name of a cluster alone");
        }
    }
}
