package dev.hcp.client;

import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.hypershift.NodePoolSpec;
import dev.hcp.api.hypershift.NodePoolStatus;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.api.value.GoDuration;
import dev.hcp.api.value.PausedUntil;
import dev.hcp.client.status.StatusCondition;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One node pool by name, whether it exists or not: read it, scale and configure it, wait for it, delete it.
 *
 * <p>Each call asks the management cluster anew. Calls that change something return when that is written down, not when it has
 * come about: see {@link #await} and its kin. Immutable and thread-safe.
 */
public final class NodePoolResource {
    private static final String PAUSED_UNTIL = "pausedUntil";

    private final HcpClient client;
    private final String namespace;
    private final String name;
    private final Consumer<Progress> progress;

    NodePoolResource(HcpClient client, String namespace, String name) {
        this(client, namespace, name, change -> {});
    }

    private NodePoolResource(HcpClient client, String namespace, String name, Consumer<Progress> progress) {
        this.client = client;
        this.namespace = namespace;
        this.name = name;
        this.progress = progress;
    }

    /** Namespace of the NodePool. */
    public String namespace() {
        return namespace;
    }

    /** Name of the NodePool. */
    public String name() {
        return name;
    }

    /**
     * The same pool, whose waits tell what changes meanwhile.
     *
     * @param listener called on the thread that waits
     */
    public NodePoolResource withProgress(Consumer<Progress> listener) {
        return new NodePoolResource(client, namespace, name, listener);
    }

    /** The object as it is now, if it exists. */
    public Optional<NodePool> find() {
        return Failures.explain(
                "read " + this,
                () -> Optional.ofNullable(client.kubernetes()
                        .resources(NodePool.class)
                        .inNamespace(namespace)
                        .withName(name)
                        .get()));
    }

    /**
     * The object as it is now.
     *
     * @throws ResourceNotFoundException when it does not exist
     */
    public NodePool get() {
        return find().orElseThrow(() -> Failures.notFound(
                client.kubernetes(),
                NodePool.class,
                this + " does not exist; 'kubectl get nodepools -A' lists those that do"));
    }

    /**
     * Asks for a number of nodes, through the scale sub-resource (documentation 3.3.7). Returns at once: see {@link
     * #awaitReplicas}.
     *
     * @param replicas number of nodes, 0 or more
     * @throws InvalidOptionsException when the number is negative or the pool scales by itself
     */
    public NodePool scale(int replicas) {
        if (replicas < 0) {
            throw InvalidOptionsException.of(
                    "cannot scale " + this, List.of("replicas must be 0 or more, not " + replicas));
        }
        NodePoolSpec spec = get().getSpec();
        if (spec != null && spec.getAutoScaling() != null) {
            throw InvalidOptionsException.of(
                    "cannot scale " + this,
                    List.of("it scales automatically (spec.autoScaling); turn that off first, or change its"
                            + " minimum and maximum"));
        }
        return Failures.explain("scale " + this, () -> client.kubernetes()
                .resources(NodePool.class)
                .inNamespace(namespace)
                .withName(name)
                .scale(replicas));
    }

    /**
     * Takes all nodes away: what runs on them goes. The control plane stays up (documentation 12.6).
     *
     * @return how many nodes were asked for before, to {@link #scale} back to
     */
    public int scaleToZero() {
        NodePoolSpec spec = get().getSpec();
        int before = spec == null || spec.getReplicas() == null ? 0 : spec.getReplicas();
        scale(0);
        return before;
    }

    /**
     * Lets the pool scale with the load, instead of to a number of nodes, {@code spec.autoScaling} (documentation 4.2.2.2).
     *
     * @param minimum fewest nodes, 1 or more
     * @param maximum most nodes, not less
     * @throws InvalidOptionsException when the numbers are out of range
     */
    public NodePool autoscale(int minimum, int maximum) {
        if (minimum < 1 || maximum < minimum) {
            throw Refusal.of(
                    "let " + this + " scale by itself",
                    "the minimum must be 1 or more and the maximum not less than it; got " + minimum + " and "
                            + maximum);
        }
        return patchSpec(
                "let " + this + " scale by itself",
                JsonObject.of("autoScaling", JsonObject.of("max", maximum, "min", minimum), "replicas", null));
    }

    /**
     * Ends automatic scaling (documentation 4.2.2.3).
     *
     * @param replicas number of nodes from now on, 0 or more
     * @throws InvalidOptionsException when the number is negative
     */
    public NodePool stopAutoscaling(int replicas) {
        if (replicas < 0) {
            throw Refusal.of("scale " + this, "replicas must be 0 or more, not " + replicas);
        }
        return patchSpec("end automatic scaling of " + this, JsonObject.of("autoScaling", null, "replicas", replicas));
    }

    /** Whether unhealthy nodes are replaced: {@code spec.management.autoRepair} (documentation 4.2.4 and 4.2.5). */
    public NodePool autoRepair(boolean on) {
        return patchSpec(
                (on ? "turn on" : "turn off") + " repair of " + this,
                JsonObject.of("management", JsonObject.of("autoRepair", on)));
    }

    /**
     * How long a node is drained before its machine goes regardless: {@code spec.nodeDrainTimeout} (documentation 4.2.4 and 12.6).
     * Zero: without limit.
     *
     * @throws InvalidOptionsException when it is negative
     */
    public NodePool drainTimeout(Duration timeout) {
        if (timeout.isNegative()) {
            throw Refusal.of("change " + this, "the drain timeout must not be negative; got " + timeout);
        }
        return patchSpec(
                "set the drain timeout of " + this,
                JsonObject.of("nodeDrainTimeout", GoDuration.of(timeout).toString()));
    }

    /**
     * Changes the specification in any way, as {@code oc edit} does: what differs is sent, and nothing when that is nothing.
     *
     * <pre>{@code
     * pool.edit(spec -> spec.toBuilder().nodeLabels(Map.of("rack", "one")).build());
     * }</pre>
     *
     * @param change from the specification as it is; called again when somebody else changed it meanwhile
     * @throws ResourceNotFoundException when the pool does not exist
     * @throws ConflictException when somebody else changes it all the time
     * @throws ObjectRefusedException when the API server does not take the new specification; nothing was changed
     */
    public NodePool edit(UnaryOperator<NodePoolSpec> change) {
        return Patches.edit(client.kubernetes(), subject(), "change " + this, pool -> {
            NodePoolSpec spec = pool.getSpec();
            pool.setSpec(change.apply(spec == null ? NodePoolSpec.builder().build() : spec));
        });
    }

    /** Stops reconciliation until {@link #resume()}: {@code spec.pausedUntil} (documentation 12.5). The nodes go on. */
    public NodePool pause() {
        return patchSpec("pause " + this, JsonObject.of(PAUSED_UNTIL, PausedUntil.FOREVER.text()));
    }

    /** Stops reconciliation until a time; in the past, it goes on at once. */
    public NodePool pauseUntil(Instant time) {
        return patchSpec(
                "pause " + this,
                JsonObject.of(PAUSED_UNTIL, PausedUntil.of(time).text()));
    }

    /** Ends a pause. Nothing happens when there is none. */
    public NodePool resume() {
        return patchSpec("resume " + this, JsonObject.of(PAUSED_UNTIL, null));
    }

    /**
     * Puts a configuration on the nodes: a ConfigMap with the manifest in its key {@code config}, referenced by {@code
     * spec.config} (documentation 9.1). Nodes are replaced or updated, as the pool's upgrade type says.
     *
     * @param configMap name of the ConfigMap, which is created or replaced
     * @param manifest YAML of a MachineConfig, KubeletConfig, ContainerRuntimeConfig or what else {@code spec.config}
     *     takes
     * @throws ResourceNotFoundException when the pool does not exist; nothing was written
     * @throws RequestFailedException when the pool cannot be changed; {@link RequestFailedException#applied()} has the ConfigMap
     */
    public NodePool configure(String configMap, String manifest) {
        return reference("config", configMap, "config", manifest);
    }

    /** Takes a configuration off the nodes; the ConfigMap stays. */
    public NodePool removeConfiguration(String configMap) {
        return dereference("config", configMap);
    }

    /**
     * Tunes the nodes: a ConfigMap with the manifest in its key {@code tuning}, referenced by {@code spec.tuningConfig}
     * (documentation 9.2).
     *
     * @param configMap name of the ConfigMap, which is created or replaced
     * @param manifest YAML of Tuned objects, or of a PerformanceProfile
     * @throws ResourceNotFoundException when the pool does not exist; nothing was written
     * @throws RequestFailedException when the pool cannot be changed; {@link RequestFailedException#applied()} has the ConfigMap
     */
    public NodePool tune(String configMap, String manifest) {
        return reference("tuningConfig", configMap, "tuning", manifest);
    }

    /** Takes tuning off the nodes; the ConfigMap stays. */
    public NodePool removeTuning(String configMap) {
        return dereference("tuningConfig", configMap);
    }

    /**
     * Waits until a condition of {@code status.conditions} is True.
     *
     * @param type such as {@code Ready}; see {@link ConditionTypes}
     * @throws WaitTimeoutException when it is not in time; the message has the conditions
     */
    public NodePool awaitCondition(String type, Duration timeout) {
        return await("become " + type, pool -> StatusCondition.isTrue(StatusCondition.of(pool), type), timeout);
    }

    /**
     * Waits until the pool has exactly this many available nodes and all its machines are ready.
     *
     * @throws WaitTimeoutException when it has not in time; the message has the conditions
     */
    public NodePool awaitReplicas(int replicas, Duration timeout) {
        return await(
                "have " + replicas + " ready nodes",
                pool -> {
                    NodePoolStatus status = pool.getStatus();
                    int actual = status == null || status.getReplicas() == null ? 0 : status.getReplicas();
                    return actual == replicas
                            && (replicas == 0
                                    || StatusCondition.isTrue(
                                            StatusCondition.of(pool), ConditionTypes.ALL_NODES_HEALTHY));
                },
                timeout);
    }

    /**
     * Waits until all nodes run a version, and no update is under way.
     *
     * @param version such as {@code 4.17.1}
     * @throws WaitTimeoutException when they do not in time; the message has the conditions
     */
    public NodePool awaitVersion(String version, Duration timeout) {
        return await(
                "reach version " + version,
                pool -> {
                    List<StatusCondition> conditions = StatusCondition.of(pool);
                    return pool.getStatus() != null
                            && version.equals(pool.getStatus().getVersion())
                            && !StatusCondition.isTrue(conditions, ConditionTypes.UPDATING_VERSION);
                },
                timeout);
    }

    /**
     * Waits until the object is as wanted.
     *
     * @param goal what is waited for, to complete the sentence "... did not ..."
     * @throws WaitTimeoutException when it is not in time, or the object does not exist then
     */
    public NodePool await(String goal, Predicate<NodePool> condition, Duration timeout) {
        return awaited().await(goal, condition, timeout);
    }

    /**
     * Waits until the object is gone, and its machines with it.
     *
     * @throws WaitTimeoutException when it is still there; the message has its conditions
     */
    public void awaitGone(Duration timeout) {
        awaited().awaitGone(timeout);
    }

    /** Asks for deletion; its nodes go with it. Returns at once: see {@link #awaitGone}. Nothing happens when it does not exist. */
    public void delete() {
        Failures.explain("delete " + this, () -> client.kubernetes()
                .resources(NodePool.class)
                .inNamespace(namespace)
                .withName(name)
                .delete());
    }

    /** {@code node pool namespace/name}. */
    @Override
    public String toString() {
        return "node pool " + namespace + "/" + name;
    }

    Waits.Subject<NodePool> subject() {
        return new Waits.Subject<>(NodePool.class, namespace, name);
    }

    NodePool patchSpec(String action, JsonObject spec) {
        return Patches.merge(client.kubernetes(), subject(), action, JsonObject.of("spec", spec));
    }

    private Awaited<NodePool> awaited() {
        return new Awaited<>(client.waits(), subject(), toString(), LastSeen::facts, LastSeen::ofPool, progress);
    }

    private NodePool reference(String field, String configMap, String key, String manifest) {
        get();
        Failures.explain("write ConfigMap " + namespace + "/" + configMap, () -> client.kubernetes()
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName(configMap)
                        .endMetadata()
                        .addToData(key, manifest)
                        .build())
                .patch(Patches.APPLY));
        return changeReferences(
                field,
                configMap,
                JsonArray.of(JsonObject.of("name", configMap)),
                List.of("ConfigMap " + namespace + "/" + configMap));
    }

    private NodePool dereference(String field, String configMap) {
        return changeReferences(field, configMap, JsonArray.EMPTY, List.of());
    }

    /** Keeps the other references as and where they are. */
    private NodePool changeReferences(String field, String configMap, JsonArray replacement, List<String> applied) {
        return Patches.change(client.kubernetes(), subject(), "change " + field + " of " + this, applied, now -> {
            List<@Nullable Object> references = new ArrayList<>();
            boolean found = false;
            for (Object item : now.array("spec", field)) {
                boolean same = item instanceof JsonObject reference && configMap.equals(reference.text("name"));
                if (!same) {
                    references.add(item);
                } else if (!found) {
                    references.addAll(replacement);
                    found = true;
                }
            }
            if (!found) {
                references.addAll(replacement);
            }
            return JsonObject.of("spec", JsonObject.of(field, JsonArray.copyOf(references)));
        });
    }
}
