package dev.hcp.client;

import dev.hcp.api.hypershift.Architecture;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedClusterSpec;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.hypershift.NodePoolPlatform;
import dev.hcp.api.hypershift.NodePoolSpec;
import dev.hcp.api.hypershift.PlatformType;
import dev.hcp.api.hypershift.UpgradeType;
import dev.hcp.platforms.OptionProblem;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A node pool to be added to a hosted cluster that exists, with the options and defaults of {@code hcp create nodepool}
 * that all platforms share. What depends on the cluster (platform, release) is asked of the management cluster. Not
 * thread-safe.
 *
 * @param <B> the builder itself
 */
public abstract class CreateNodePool<B extends CreateNodePool<B>> {
    final HcpClient client;
    final String namespace;
    final String name;

    private String clusterName = "example";
    private int nodeCount = 2;
    private String releaseImage = "";
    String arch = "amd64";
    private boolean autoRepair;
    private @Nullable UpgradeType nodeUpgradeType;

    CreateNodePool(HcpClient client, String namespace, String name) {
        this.client = client;
        this.namespace = namespace;
        this.name = name;
    }

    abstract B self();

    abstract PlatformType platformType();

    /** What of the platform's options cannot even be rendered. */
    abstract List<OptionProblem> platformRefusals(HostedCluster cluster);

    /** What of the platform's options cannot work, the refusals among it. */
    abstract List<OptionProblem> platformProblems(HostedCluster cluster);

    abstract NodePoolPlatform platform(HostedCluster cluster);

    /** The hosted cluster, {@code --cluster-name}, in the pool's namespace. {@code example} by default. */
    public B clusterName(String name) {
        this.clusterName = name;
        return self();
    }

    /** Number of nodes, {@code --node-count}, 0 or more. 2 by default. */
    public B nodeCount(int count) {
        this.nodeCount = count;
        return self();
    }

    /** The release of the nodes, {@code --release-image}. The cluster's by default. */
    public B releaseImage(String releaseImage) {
        this.releaseImage = releaseImage;
        return self();
    }

    /** Architecture of the nodes, {@code --arch}, one that the release is for: amd64, the default, arm64 or ppc64le. */
    public B arch(String architecture) {
        this.arch = architecture;
        return self();
    }

    /** Whether unhealthy nodes are replaced, {@code --auto-repair}. Off by default. */
    public B autoRepair(boolean autoRepair) {
        this.autoRepair = autoRepair;
        return self();
    }

    /** How nodes get new versions, {@code --node-upgrade-type}. What is usual on the platform by default. */
    public B nodeUpgradeType(UpgradeType type) {
        this.nodeUpgradeType = type;
        return self();
    }

    /**
     * The node pool as it would be created.
     *
     * @throws ResourceNotFoundException when its cluster does not exist
     * @throws InvalidOptionsException when the options cannot even be written down, as for a cluster of another platform
     */
    public final NodePool resource() {
        HostedCluster cluster = cluster();
        refuse(refusals(cluster));
        return pool(cluster);
    }

    /**
     * The node pool in YAML, byte for byte as {@code hcp create nodepool --render} writes it.
     *
     * @throws ResourceNotFoundException when its cluster does not exist
     * @throws InvalidOptionsException when the options cannot even be written down
     */
    public final String render() {
        return Rendering.document(resource());
    }

    /**
     * What {@link #apply()} would change.
     *
     * @throws ResourceNotFoundException when its cluster does not exist
     * @throws InvalidOptionsException when the options cannot even be written down
     */
    public final List<ResourceDiff> diff() {
        return Diffs.of(client.kubernetes(), List.of(resource()));
    }

    /**
     * All that is wrong with the options; empty when the pool can be created.
     *
     * @throws ResourceNotFoundException when its cluster does not exist
     */
    public final List<OptionProblem> problems() {
        return problems(cluster());
    }

    /**
     * Creates the node pool. Returns at once: see {@link NodePoolResource#awaitReplicas}.
     *
     * @throws InvalidOptionsException with every problem of the options; nothing was changed then
     * @throws ResourceNotFoundException when its cluster does not exist
     * @throws AlreadyExistsException when there is a node pool of this name
     */
    public final NodePoolResource apply() {
        HostedCluster cluster = cluster();
        refuse(problems(cluster));
        NodePoolResource existing = client.nodePool(namespace, name);
        if (existing.find().isPresent()) {
            throw new AlreadyExistsException(
                    existing + " already exists; choose another name or delete it first", List.of(), null);
        }
        Consumer<String> nobody = what -> {};
        new Application(client.kubernetes(), "of " + client.hostedCluster(namespace, clusterName), nobody)
                .create(pool(cluster));
        return existing;
    }

    /** {@code node pool namespace/name}. */
    @Override
    public String toString() {
        return "node pool " + namespace + "/" + name;
    }

    private HostedCluster cluster() {
        return client.hostedCluster(namespace, clusterName).get();
    }

    private List<OptionProblem> problems(HostedCluster cluster) {
        List<OptionProblem> problems = refusals(cluster);
        boolean describable = problems.isEmpty();
        problems.removeAll(platformRefusals(cluster));
        problems.addAll(platformProblems(cluster));
        payloadArchitecture(cluster)
                .filter(payload -> !payload.equals("multi") && !payload.equals(arch))
                .ifPresent(payload -> problems.add(new OptionProblem(
                        "arch",
                        "must be " + payload + ", not " + arch + ": the release of cluster " + clusterName
                                + " is for that alone")));
        if (describable && problems.isEmpty()) {
            problems.addAll(ObjectChecks.problems(List.of(pool(cluster))));
        }
        return problems;
    }

    private List<OptionProblem> refusals(HostedCluster cluster) {
        List<OptionProblem> problems = new ArrayList<>();
        if (name.isEmpty()) {
            problems.add(new OptionProblem("name", "is required"));
        }
        String platform = platform(cluster.getSpec());
        if (!platform.equals(platformType().value())) {
            problems.add(new OptionProblem(
                    "clusterName",
                    clusterName + " is a cluster on " + (platform.isEmpty() ? "no platform" : platform)
                            + ", which cannot have node pools on " + platformType()));
            return problems;
        }
        problems.addAll(platformRefusals(cluster));
        return problems;
    }

    private static String platform(@Nullable HostedClusterSpec spec) {
        return spec == null || spec.getPlatform() == null || spec.getPlatform().getType() == null
                ? ""
                : spec.getPlatform().getType().value();
    }

    /** Which architectures the cluster's release is for, once the operator has found out. */
    private static Optional<String> payloadArchitecture(HostedCluster cluster) {
        return cluster.getStatus() == null || cluster.getStatus().getPayloadArch() == null
                ? Optional.empty()
                : Optional.of(cluster.getStatus().getPayloadArch().value().toLowerCase(Locale.ROOT))
                        .filter(arch -> !arch.isEmpty());
    }

    private NodePool pool(HostedCluster cluster) {
        NodePoolSpec.Builder spec = NodePoolSpec.builder();
        spec.clusterName(clusterName)
                .replicas(nodeCount)
                .arch(Architecture.of(arch))
                .release(release -> release.image(releaseImage.isEmpty() ? releaseImage(cluster) : releaseImage))
                .management(management -> management.autoRepair(autoRepair).upgradeType(upgradeType()))
                .platform(platform(cluster));
        NodePool pool = new NodePool();
        pool.setMetadata(
                new ObjectMetaBuilder().withNamespace(namespace).withName(name).build());
        pool.setSpec(spec.build());
        return pool;
    }

    private static String releaseImage(HostedCluster cluster) {
        HostedClusterSpec spec = cluster.getSpec();
        String image = spec == null || spec.getRelease() == null
                ? null
                : spec.getRelease().getImage();
        return image == null ? "" : image;
    }

    private UpgradeType upgradeType() {
        return nodeUpgradeType != null
                ? nodeUpgradeType
                : client.platforms().get(platformType().value()).defaultUpgradeType();
    }

    private void refuse(List<OptionProblem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidOptionsException("cannot create " + this, problems);
        }
    }
}
