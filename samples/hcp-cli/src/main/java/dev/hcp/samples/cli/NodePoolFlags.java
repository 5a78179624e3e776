package dev.hcp.samples.cli;

import dev.hcp.client.CreateNodePool;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that {@code create nodepool} has on every platform. */
final class NodePoolFlags {
    @Option(names = "--name", paramLabel = "NAME", required = true, description = "Name of the node pool.")
    String name = "";

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "Namespace of the cluster. Default: clusters.")
    String namespace = "clusters";

    @Option(names = "--cluster-name", paramLabel = "NAME", description = "Name of the cluster. Default: example.")
    private String clusterName = "example";

    @Option(names = "--node-count", paramLabel = "N", description = "Number of nodes. Default: 2.")
    private int nodeCount = 2;

    @Option(
            names = "--release-image",
            paramLabel = "IMAGE",
            description = "Release of the nodes. Default: the cluster's.")
    private String releaseImage = "";

    @Option(
            names = "--node-upgrade-type",
            paramLabel = "TYPE",
            description = "How nodes get new versions: Replace or InPlace. Default: InPlace on agents, else Replace.")
    private @Nullable String nodeUpgradeType;

    @Option(names = "--arch", paramLabel = "ARCH", description = "Architecture of the nodes. Default: amd64.")
    private String arch = "amd64";

    @Option(
            names = "--auto-repair",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Replace nodes that are not healthy.")
    private boolean autoRepair;

    /** Sets what the flags say. */
    void applyTo(CreateNodePool<?> pool) {
        pool.clusterName(clusterName)
                .nodeCount(nodeCount)
                .releaseImage(releaseImage)
                .arch(arch.toLowerCase(Locale.ROOT))
                .autoRepair(autoRepair);
        if (nodeUpgradeType != null && !nodeUpgradeType.isEmpty()) {
            pool.nodeUpgradeType(OptionTexts.upgradeType(nodeUpgradeType));
        }
    }
}
