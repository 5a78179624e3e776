package dev.hcp.client;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedClusterStatus;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.hypershift.NodePoolSpec;
import dev.hcp.api.hypershift.UpdateHistory;
import dev.hcp.api.names.ConditionTypes;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One hosted cluster by name, whether it exists or not: read it, wait for it, reach it, delete it.
 *
 * <p>Each call asks the management cluster anew. Thread-safe.
 */
public final class HostedClusterResource {
    private final HcpClient client;
    private final String namespace;
    private final String name;

    HostedClusterResource(HcpClient client, String namespace, String name) {
        this.client = client;
        this.namespace = namespace;
        this.name = name;
    }

    /** Namespace of the HostedCluster. */
    public String namespace() {
        return namespace;
    }

    /** Name of the HostedCluster. */
    public String name() {
        return name;
    }

    /** The object as it is now, if it exists. */
    public Optional<HostedCluster> find() {
        return Failures.explain(
                "read " + this,
                () -> Optional.ofNullable(client.kubernetes()
                        .resources(HostedCluster.class)
                        .inNamespace(namespace)
                        .withName(name)
                        .get()));
    }

    /**
     * The object as it is now.
     *
     * @throws ResourceNotFoundException when it does not exist
     */
    public HostedCluster get() {
        return find().orElseThrow(() -> Failures.notFound(
                client.kubernetes(),
                HostedCluster.class,
                this + " does not exist; 'kubectl get hostedclusters -A' lists those that do"));
    }

    /** The node pools of this cluster, by name. */
    public List<NodePool> nodePools() {
        return Failures.explain(
                "list node pools of " + this,
                () -> client.kubernetes().resources(NodePool.class).inNamespace(namespace).list().getItems().stream()
                        .filter(pool -> {
                            NodePoolSpec spec = pool.getSpec();
                            return spec != null && name.equals(spec.getClusterName());
                        })
                        .toList());
    }

    /** Whether a condition of {@code status.conditions} is True. */
    public boolean hasCondition(String type) {
        return find().map(HostedCluster::getStatus).stream()
                .flatMap(status -> status.getConditions().stream())
                .anyMatch(condition -> type.equals(condition.getType()) && "True".equals(condition.getStatus()));
    }

    /**
     * Waits until the control plane serves: condition Available is True.
     *
     * @throws WaitTimeoutException when it does not in time; the message has the conditions
     */
    public HostedCluster awaitAvailable(Duration timeout) {
        return await(
                "become Available",
                cluster -> conditions(cluster).stream()
                        .anyMatch(c -> ConditionTypes.AVAILABLE.equals(c.getType()) && "True".equals(c.getStatus())),
                timeout);
    }

    /**
     * Waits until the newest version has rolled out: {@code status.version.history[0]} has a completion time. It needs
     * worker nodes.
     *
     * @throws WaitTimeoutException when it does not in time; the message has the conditions
     */
    public HostedCluster awaitCompleted(Duration timeout) {
        return await(
                "complete its version",
                cluster -> newestVersion(cluster)
                        .map(entry -> entry.getCompletionTime() != null)
                        .orElse(false),
                timeout);
    }

    /**
     * Waits until the object is as wanted.
     *
     * @param goal what is waited for, to complete the sentence "... did not ..."
     * @throws WaitTimeoutException when it is not in time, or the object does not exist then
     */
    public HostedCluster await(String goal, Predicate<HostedCluster> condition, Duration timeout) {
        boolean reached = client.waiting().until(() -> find().filter(condition).isPresent(), timeout);
        Optional<HostedCluster> last = find();
        if (reached && last.isPresent()) {
            return last.get();
        }
        throw new WaitTimeoutException(this + " did not " + goal + " within " + timeout + ". " + describe(last));
    }

    /**
     * Waits until the object is gone.
     *
     * @throws WaitTimeoutException when it is still there; the message has its conditions and finalizers
     */
    public void awaitGone(Duration timeout) {
        if (!client.waiting().until(() -> find().isEmpty(), timeout)) {
            throw new WaitTimeoutException(this + " was not gone within " + timeout + ". " + describe(find()));
        }
    }

    /**
     * The administrator's kubeconfig of the guest cluster.
     *
     * @throws ResourceNotFoundException when the cluster does not report one yet; wait for Available first
     */
    public String kubeconfig() {
        return credential("kubeconfig", HostedClusterStatus::getKubeconfig, "kubeconfig");
    }

    /**
     * The password of the user {@code kubeadmin}.
     *
     * @throws ResourceNotFoundException when the cluster reports none: not yet, or because identity providers are
     *     configured
     */
    public String kubeadminPassword() {
        return credential("kubeadmin password", HostedClusterStatus::getKubeadminPassword, "password");
    }

    /** A client for the guest cluster, made from its {@linkplain #kubeconfig() kubeconfig}. The caller closes it. */
    public KubernetesClient guest() {
        return client.guestClient(Config.fromKubeconfig(kubeconfig()));
    }

    /**
     * Asks for deletion; node pools and everything else of the cluster go with it. Returns at once: see {@link
     * #awaitGone}. Nothing happens when it does not exist.
     */
    public void delete() {
        Failures.explain("delete " + this, () -> client.kubernetes()
                .resources(HostedCluster.class)
                .inNamespace(namespace)
                .withName(name)
                .delete());
    }

    /** {@code hosted cluster namespace/name}. */
    @Override
    public String toString() {
        return "hosted cluster " + namespace + "/" + name;
    }

    private String credential(
            String what, Function<HostedClusterStatus, @Nullable LocalObjectReference> reference, String key) {
        HostedClusterStatus status = get().getStatus();
        LocalObjectReference secretName = status == null ? null : reference.apply(status);
        if (secretName == null) {
            throw new ResourceNotFoundException(
                    this + " does not report a " + what + " yet; wait until it is Available");
        }
        Secret secret = Failures.explain("read the " + what + " of " + this, () -> client.kubernetes()
                .secrets()
                .inNamespace(namespace)
                .withName(secretName.getName())
                .get());
        String value = secret == null || secret.getData() == null
                ? null
                : secret.getData().get(key);
        if (value == null) {
            throw new ResourceNotFoundException("secret " + namespace + "/" + secretName.getName() + ", which has the "
                    + what + " of " + this + ", is missing or has no key " + key);
        }
        return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
    }

    private static List<Condition> conditions(HostedCluster cluster) {
        HostedClusterStatus status = cluster.getStatus();
        return status == null ? List.of() : status.getConditions();
    }

    private static Optional<UpdateHistory> newestVersion(HostedCluster cluster) {
        HostedClusterStatus status = cluster.getStatus();
        return status == null || status.getVersion() == null
                ? Optional.empty()
                : status.getVersion().getHistory().stream().findFirst();
    }

    private static String describe(Optional<HostedCluster> last) {
        if (last.isEmpty()) {
            return "It does not exist.";
        }
        StringBuilder text = new StringBuilder("Last seen:");
        newestVersion(last.get()).ifPresent(entry -> text.append("\n  version ")
                .append(entry.getVersion())
                .append(' ')
                .append(entry.getState()));
        for (Condition condition : conditions(last.get())) {
            text.append("\n  ")
                    .append(condition.getType())
                    .append('=')
                    .append(condition.getStatus())
                    .append(' ')
                    .append(condition.getReason())
                    .append(": ")
                    .append(condition.getMessage());
        }
        if (last.get().isMarkedForDeletion()) {
            text.append("\n  being deleted, finalizers ")
                    .append(last.get().getMetadata().getFinalizers());
        }
        return text.toString();
    }
}
