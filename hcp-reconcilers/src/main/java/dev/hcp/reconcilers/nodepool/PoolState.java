package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedClusterSpec;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.hypershift.NodePoolManagement;
import dev.hcp.api.hypershift.NodePoolPlatform;
import dev.hcp.api.hypershift.NodePoolPlatformStatus;
import dev.hcp.api.hypershift.NodePoolSpec;
import dev.hcp.api.hypershift.PlatformType;
import dev.hcp.api.hypershift.UpgradeType;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.api.names.Hashes;
import dev.hcp.api.names.Naming;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.reconcilers.Conditions;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Pass;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a pass over a pool knows and has decided so far; written back in one go at its end. */
final class PoolState {
    final Pass pass;
    final NodePool pool;
    final NodePoolSpec spec;
    final ObjectKey key;
    final HostedCluster cluster;
    final HostedClusterSpec clusterSpec;
    final String controlPlaneNamespace;
    final Conditions conditions;

    private final JsonObject tree;
    private final Map<String, String> annotations = new TreeMap<>();
    private String version;
    private long replicas;
    private @Nullable Object platformStatus;
    private boolean machineConfigOpen;
    private @Nullable List<JsonObject> configMaps;

    PoolState(Pass pass, NodePool pool, HostedCluster cluster) {
        this.pass = pass;
        this.pool = pool;
        this.spec = pool.getSpec() == null ? NodePoolSpec.builder().build() : pool.getSpec();
        this.key = ObjectKey.of(pool);
        this.cluster = cluster;
        this.clusterSpec =
                cluster.getSpec() == null ? HostedClusterSpec.builder().build() : cluster.getSpec();
        this.controlPlaneNamespace = Naming.controlPlaneNamespace(
                key.namespace(), cluster.getMetadata().getName());
        this.tree = pass.tree(NodePool.class, key.namespace(), key.name()).orElseGet(() -> Json.toTree(pool));
        this.conditions = Conditions.of(tree, pass.now());
        if (pool.getMetadata().getAnnotations() != null) {
            annotations.putAll(pool.getMetadata().getAnnotations());
        }
        String known = tree.text("status", "version");
        this.version = known == null ? "" : known;
        this.replicas = tree.integer(0, "status", "replicas");
        this.platformStatus = tree.at("status", "platform");
    }

    String infraId() {
        String infraId = clusterSpec.getInfraID();
        return infraId == null ? "" : infraId;
    }

    /** The name that marks and selects this pool's machines. */
    String selectorName() {
        return Naming.nodePoolSelector(infraId(), cluster.getMetadata().getName(), key.name());
    }

    String platformType() {
        NodePoolPlatform platform = spec.getPlatform();
        PlatformType type = platform == null ? null : platform.getType();
        return type == null ? "" : type.value();
    }

    NodePoolManagement management() {
        NodePoolManagement management = spec.getManagement();
        return management == null ? NodePoolManagement.builder().build() : management;
    }

    boolean inPlace() {
        return UpgradeType.IN_PLACE.equals(management().getUpgradeType());
    }

    String releaseImage() {
        String image = spec.getRelease() == null ? null : spec.getRelease().getImage();
        return image == null ? "" : image;
    }

    String pullSecretName() {
        String name = clusterSpec.getPullSecret() == null
                ? null
                : clusterSpec.getPullSecret().getName();
        return name == null ? "" : name;
    }

    boolean paused() {
        return spec.getPausedUntil() != null && spec.getPausedUntil().isPausedAt(pass.now());
    }

    boolean autoscaling() {
        return spec.getAutoScaling() != null;
    }

    /** The config maps in the control plane namespace, as they were when first asked for. */
    List<JsonObject> configMaps() {
        if (configMaps == null) {
            configMaps = pass.trees(ConfigMap.class, controlPlaneNamespace);
        }
        return configMaps;
    }

    /** An annotation of the pool, as this pass has it; empty when there is none. */
    String annotation(String name) {
        return annotations.getOrDefault(name, "");
    }

    void annotate(String name, String value) {
        annotations.put(name, value);
    }

    /** The annotations of the pool, as this pass has them. */
    Map<String, String> annotations() {
        return Map.copyOf(annotations);
    }

    /** The pool with the annotations of this pass, which its machine template may depend on. */
    NodePool annotated() {
        NodePool copy = new NodePool();
        copy.setMetadata(new ObjectMetaBuilder(pool.getMetadata())
                .withAnnotations(annotations)
                .build());
        copy.setSpec(spec);
        copy.setStatus(pool.getStatus());
        return copy;
    }

    /** An annotation of the pool, else of its cluster; empty when neither has it. */
    String overridingAnnotation(String name) {
        String own = annotation(name);
        Map<String, String> clusters = cluster.getMetadata().getAnnotations();
        return own.isEmpty() && clusters != null ? clusters.getOrDefault(name, "") : own;
    }

    String version() {
        return version;
    }

    void replicas(long available) {
        replicas = available;
    }

    void platformStatus(NodePoolPlatformStatus status) {
        platformStatus = Json.toTree(status);
    }

    /** The condition ValidMachineConfig is open until {@link #machineConfigJudged}: it must not outlive its cause. */
    void machineConfigOpen() {
        machineConfigOpen = true;
    }

    /** The condition ValidMachineConfig says what this pass found. */
    void machineConfigJudged() {
        machineConfigOpen = false;
    }

    /** All machines run this version and configuration. */
    void rolledOut(Target target) {
        version = target.version();
        annotate(Annotations.NODE_POOL_CURRENT_CONFIG, target.configHash());
        annotate(Annotations.NODE_POOL_CURRENT_CONFIG_VERSION, target.payloadHash());
    }

    /** Writes owner, annotations and status. */
    void write() {
        if (machineConfigOpen) {
            conditions.remove(ConditionTypes.VALID_MACHINE_CONFIG);
        }
        JsonObject owner = JsonObject.of(
                "apiVersion",
                "hypershift.openshift.io/v1beta1",
                "kind",
                "HostedCluster",
                "name",
                cluster.getMetadata().getName(),
                "uid",
                cluster.getMetadata().getUid() == null
                        ? ""
                        : cluster.getMetadata().getUid());
        JsonObject metadata = JsonObject.of("ownerReferences", Owners.with(tree, owner));
        if (!annotations.isEmpty()) {
            metadata = metadata.with("annotations", annotations);
        }
        pass.patch(NodePool.class, key, JsonObject.of("metadata", metadata));
        JsonObject.Builder status = tree.object("status").toBuilder()
                .put("conditions", conditions.toTree())
                .put("replicas", replicas);
        if (!version.isEmpty()) {
            status.put("version", version);
        }
        if (platformStatus != null) {
            status.put("platform", platformStatus);
        }
        pass.status(NodePool.class, tree.with("status", status.build()));
    }

    /**
     * What the machines shall run.
     *
     * @param version release version
     * @param configHash hash of the machine configuration
     * @param payloadHash hash of everything that needs a new payload: names secrets
     */
    record Target(String version, String configHash, String payloadHash) {
        static Target of(
                PoolState state, ReleaseMetadata release, MachineConfiguration configuration, GlobalConfig global) {
            String version = release.version();
            String secret = state.pullSecretName();
            return new Target(
                    version,
                    Hashes.simple(configuration.text() + secret),
                    Hashes.simple(configuration.text() + version + secret + global.text()));
        }
    }
}
