package dev.hcp.client;

import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.hypershift.NodePoolCondition;
import dev.hcp.api.hypershift.NodePoolSpec;
import dev.hcp.api.hypershift.NodePoolStatus;
import dev.hcp.api.names.ConditionTypes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One node pool by name, whether it exists or not: read it, scale it, wait for it, delete it.
 *
 * <p>Each call asks the management cluster anew. Thread-safe.
 */
public final class NodePoolResource {
    private final HcpClient client;
    private final String namespace;
    private final String name;

    NodePoolResource(HcpClient client, String namespace, String name) {
        this.client = client;
        this.namespace = namespace;
        this.name = name;
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
     * Asks for a number of nodes, through the scale sub-resource. Returns at once: see {@link #awaitReplicas}.
     *
     * @param replicas number of nodes, 0 or more
     * @throws InvalidOptionsException when the number is negative or the pool scales by itself
     */
    public NodePool scale(int replicas) {
        if (replicas < 0) {
            throw new InvalidOptionsException(
                    "cannot scale " + this, List.of("replicas must be 0 or more, not " + replicas));
        }
        NodePoolSpec spec = get().getSpec();
        if (spec != null && spec.getAutoScaling() != null) {
            throw new InvalidOptionsException(
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
                            && (replicas == 0 || hasCondition(pool, ConditionTypes.ALL_NODES_HEALTHY));
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
        boolean reached = client.waiting().until(() -> find().filter(condition).isPresent(), timeout);
        Optional<NodePool> last = find();
        if (reached && last.isPresent()) {
            return last.get();
        }
        throw new WaitTimeoutException(this + " did not " + goal + " within " + timeout + ". " + describe(last));
    }

    /** Asks for deletion. Nothing happens when it does not exist. */
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

    private static boolean hasCondition(NodePool pool, String type) {
        NodePoolStatus status = pool.getStatus();
        return status != null
                && status.getConditions().stream()
                        .anyMatch(c -> type.equals(c.getType()) && "True".equals(c.getStatus()));
    }

    private static String describe(Optional<NodePool> last) {
        if (last.isEmpty()) {
            return "It does not exist.";
        }
        NodePoolStatus status = last.get().getStatus();
        StringBuilder text = new StringBuilder("Last seen: ")
                .append(status == null ? null : status.getReplicas())
                .append(" replicas");
        if (status != null) {
            for (NodePoolCondition condition : status.getConditions()) {
                text.append("\n  ")
                        .append(condition.getType())
                        .append('=')
                        .append(condition.getStatus())
                        .append(' ')
                        .append(condition.getReason())
                        .append(": ")
                        .append(condition.getMessage());
            }
        }
        return text.toString();
    }
}
