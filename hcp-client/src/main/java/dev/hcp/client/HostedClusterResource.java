package dev.hcp.client;

import dev.hcp.api.HcpException;
import dev.hcp.api.configuration.FeatureSet;
import dev.hcp.api.configuration.IdentityProvider;
import dev.hcp.api.hypershift.ClusterVersionStatus;
import dev.hcp.api.hypershift.ConditionalUpdate;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedClusterSpec;
import dev.hcp.api.hypershift.HostedClusterStatus;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.hypershift.NodePoolSpec;
import dev.hcp.api.hypershift.UpdateRelease;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.api.names.Naming;
import dev.hcp.api.value.PausedUntil;
import dev.hcp.client.diagnosis.Diagnosis;
import dev.hcp.client.dump.ClusterDump;
import dev.hcp.client.status.ClusterStatus;
import dev.hcp.client.status.StatusCondition;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * One hosted cluster by name, whether it exists or not: read it, change it, wait for it, reach it, delete it.
 *
 * <p>Each call asks the management cluster anew. Calls that change something return when that is written down, not when it has
 * come about: see {@link #await} and its kin. Immutable and thread-safe.
 */
public final class HostedClusterResource {
    private static final String PAUSED_UNTIL = "pausedUntil";

    private final HcpClient client;
    private final String namespace;
    private final String name;
    private final Consumer<Progress> progress;

    HostedClusterResource(HcpClient client, String namespace, String name) {
        this(client, namespace, name, change -> {});
    }

    private HostedClusterResource(HcpClient client, String namespace, String name, Consumer<Progress> progress) {
        this.client = client;
        this.namespace = namespace;
        this.name = name;
        this.progress = progress;
    }

    /**
     * The same cluster, whose waits tell what changes meanwhile.
     *
     * @param listener called on the thread that waits
     */
    public HostedClusterResource withProgress(Consumer<Progress> listener) {
        return new HostedClusterResource(client, namespace, name, listener);
    }

    /** Namespace of the HostedCluster. */
    public String namespace() {
        return namespace;
    }

    /** Name of the HostedCluster. */
    public String name() {
        return name;
    }

    /** The namespace on the management cluster in which the control plane runs. */
    public String controlPlaneNamespace() {
        return Naming.controlPlaneNamespace(namespace, name);
    }

    /**
     * Makes the control plane's namespace before the cluster is there, so that hosts can register in it (documentation 3.2.3,
     * 3.4.3, 3.5.4 and 3.6.4). Nothing happens when it exists.
     */
    public Namespace createControlPlaneNamespace() {
        return surroundings().createNamespace();
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
        return find().orElseThrow(this::missing);
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

    /** One of its node pools, whether it exists or not; it tells its progress where this does. */
    public NodePoolResource nodePool(String pool) {
        return client.nodePool(namespace, pool).withProgress(progress);
    }

    /** Whether a condition of {@code status.conditions} is True; false where the cluster does not exist. */
    public boolean hasCondition(String type) {
        return find().map(HostedCluster::getStatus).stream()
                .flatMap(status -> status.getConditions().stream())
                .anyMatch(condition -> type.equals(condition.getType()) && "True".equals(condition.getStatus()));
    }

    /**
     * Waits until the control plane serves: condition Available is True. That takes 10 to 15 minutes on a real one.
     *
     * @param timeout how long to wait at most; this holds for all waits
     * @throws WaitTimeoutException when it does not in time; the message has the conditions
     */
    public HostedCluster awaitAvailable(Duration timeout) {
        return awaitCondition(ConditionTypes.AVAILABLE, timeout);
    }

    /**
     * Waits until a condition of {@code status.conditions} is True.
     *
     * @param type such as {@code ValidReleaseImage}; see {@link ConditionTypes}
     * @throws WaitTimeoutException when it is not in time; the message has the conditions
     */
    public HostedCluster awaitCondition(String type, Duration timeout) {
        return await("become " + type, cluster -> StatusCondition.isTrue(StatusCondition.of(cluster), type), timeout);
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
                cluster -> LastSeen.newestVersion(cluster)
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
        return awaited().await(goal, condition, timeout);
    }

    /**
     * Waits until the object is gone.
     *
     * @throws WaitTimeoutException when it is still there; the message has its conditions and finalizers
     */
    public void awaitGone(Duration timeout) {
        awaited().awaitGone(timeout);
    }

    /**
     * The administrator's kubeconfig of the guest cluster.
     *
     * @throws ResourceNotFoundException when the cluster does not report one yet; wait for Available first
     */
    public String kubeconfig() {
        return credentials().kubeconfig();
    }

    /**
     * The password of the user {@code kubeadmin}.
     *
     * @throws ResourceNotFoundException when the cluster reports none: not yet, or because identity providers are
     *     configured
     */
    public String kubeadminPassword() {
        return credentials().kubeadminPassword();
    }

    /**
     * A client for the guest cluster, made from its {@linkplain #kubeconfig() kubeconfig}. The caller closes it. Its failures are
     * those of fabric8.
     *
     * @throws ResourceNotFoundException when the cluster does not report a kubeconfig yet
     */
    public KubernetesClient guest() {
        return client.guestClient(Config.fromKubeconfig(kubeconfig()));
    }

    /**
     * Publishes the applications of a cluster on KubeVirt that has a base domain of its own: a Service {@code <name>-apps} of
     * type LoadBalancer in the control plane's namespace, before the node ports of the cluster's router (documentation
     * 3.3.4.2). The wildcard DNS name of the applications then has to lead to {@link #applicationsAddress()}.
     *
     * @throws ResourceNotFoundException when the cluster has no router yet, or publishes it in another way
     */
    public Service publishApplications() {
        return applications().publish();
    }

    /**
     * The address of the load balancer that {@link #publishApplications()} made (documentation 3.3.4.3).
     *
     * @return an IP address or a host name
     * @throws ResourceNotFoundException when there is no such load balancer, or it has no address yet
     */
    public String applicationsAddress() {
        return applications().address();
    }

    /**
     * What there is of the cluster, on both sides: conditions, versions, components, node pools, machines, endpoints.
     *
     * @throws ResourceNotFoundException when it does not exist
     */
    public ClusterStatus status() {
        return inspection().status();
    }

    /**
     * Follows the cluster: tells each new {@link #status()} until it is closed. It need not exist yet.
     *
     * @param listener called on a thread of its own, one status after the other; nothing more is told when it throws
     * @throws WaitTimeoutException when the management cluster does not list the cluster's objects within 30 seconds
     */
    public LiveStatus follow(Consumer<ClusterStatus> listener) {
        return follow(listener, problem -> {});
    }

    /**
     * As {@link #follow(Consumer)}, for those who want to know when nothing can be told.
     *
     * @param problems told why the management cluster cannot be asked, once for each new reason; it is tried again, and the
     *     next status says that it could. Called on the thread of the listener
     */
    public LiveStatus follow(Consumer<ClusterStatus> listener, Consumer<HcpException> problems) {
        return inspection().follow(listener, problems);
    }

    /**
     * Looks for what is wrong with the cluster, and what to do about it (documentation 12.3). Nothing is changed.
     *
     * @throws ResourceNotFoundException when it does not exist
     */
    public Diagnosis diagnose() {
        return inspection().diagnose();
    }

    /**
     * Writes what there is of the cluster, on both sides, into files, as {@code oc adm must-gather} does; without Secrets
     * and what else is secret (documentation 12.1 and 12.2).
     *
     * @param directory does not exist yet, or is empty
     * @throws HcpException when files cannot be written; what cannot be read is a problem that the dump tells
     */
    public ClusterDump dump(Path directory) {
        return inspection().dump(directory);
    }

    /** Tables of the hosted cluster's own objects. The caller closes the client, {@link #guest()}. */
    public Tables tables(KubernetesClient guest) {
        return new Tables(guest, Optional.of(this));
    }

    /**
     * Stops reconciliation of the cluster and its control plane until {@link #resume()}: {@code spec.pausedUntil}
     * (documentation 12.5). What runs goes on.
     */
    public HostedCluster pause() {
        return patchSpec("pause " + this, JsonObject.of(PAUSED_UNTIL, PausedUntil.FOREVER.text()));
    }

    /** Stops reconciliation until a time (documentation 12.5); in the past, it goes on at once. */
    public HostedCluster pauseUntil(Instant time) {
        return patchSpec(
                "pause " + this,
                JsonObject.of(PAUSED_UNTIL, PausedUntil.of(time).text()));
    }

    /** Ends a pause (documentation 12.5). Nothing happens when there is none. */
    public HostedCluster resume() {
        return patchSpec("resume " + this, JsonObject.of(PAUSED_UNTIL, null));
    }

    /**
     * Restarts all components of the control plane, one after the other (documentation 12.4).
     *
     * @return the new value of the annotation {@code hypershift.openshift.io/restart-date}, which pods carry then
     */
    public String restart() {
        String value = client.now().truncatedTo(ChronoUnit.MILLIS).toString();
        annotate(Annotations.RESTART_DATE, value);
        return value;
    }

    /**
     * Changes the specification in any way, as {@code oc edit} does: what differs is sent, and nothing when that is nothing.
     *
     * <pre>{@code
     * demo.edit(spec -> spec.toBuilder().etcd(etcd -> ...).build());
     * }</pre>
     *
     * @param change from the specification as it is; called again when somebody else changed it meanwhile
     * @throws ResourceNotFoundException when the cluster does not exist
     * @throws ConflictException when somebody else changes it all the time
     * @throws ObjectRefusedException when the API server does not take the new specification; nothing was changed
     */
    public HostedCluster edit(UnaryOperator<HostedClusterSpec> change) {
        return Patches.edit(client.kubernetes(), subject(), "change " + this, cluster -> {
            HostedClusterSpec spec = cluster.getSpec();
            cluster.setSpec(
                    change.apply(spec == null ? HostedClusterSpec.builder().build() : spec));
        });
    }

    /** Sets an annotation of the HostedCluster. */
    public HostedCluster annotate(String key, String value) {
        return Patches.merge(
                client.kubernetes(),
                subject(),
                "annotate " + this,
                JsonObject.of("metadata", JsonObject.of("annotations", JsonObject.of(key, value))));
    }

    /**
     * Chooses the channel that updates come from, {@code spec.channel} (documentation 6.2).
     *
     * @param channel such as {@code stable-4.17}
     */
    public HostedCluster channel(String channel) {
        return patchSpec("choose the channel of " + this, JsonObject.of("channel", channel));
    }

    /**
     * Recommended updates of the channel, newest first, {@code status.version.availableUpdates} (documentation 6.2); none before a
     * channel was chosen and read.
     *
     * @throws ResourceNotFoundException when the cluster does not exist
     */
    public List<UpdateRelease> availableUpdates() {
        return version().map(ClusterVersionStatus::getAvailableUpdates).orElse(List.of());
    }

    /**
     * Updates of the channel that have known risks, {@code status.version.conditionalUpdates} (documentation 6.2).
     *
     * @throws ResourceNotFoundException when the cluster does not exist
     */
    public List<ConditionalUpdate> conditionalUpdates() {
        return version().map(ClusterVersionStatus::getConditionalUpdates).orElse(List.of());
    }

    /**
     * An update of control plane and node pools (documentation 6.6 and 6.7); nothing happens until it is started or run.
     *
     * @param release a release image, or a version among the available and conditional updates
     */
    public Upgrade upgradeTo(String release) {
        return new Upgrade(client, this, release);
    }

    /**
     * Who may log in, {@code spec.configuration.oauth.identityProviders}, in place of those there were. With any, the user {@code
     * kubeadmin} goes.
     */
    public HostedCluster identityProviders(List<IdentityProvider> providers) {
        return settings().identityProviders(providers);
    }

    /**
     * Turns on a set of features, {@code spec.configuration.featureGate.featureSet} (documentation 10.1). Some sets cannot
     * be turned off again, and prevent updates to the next minor version.
     */
    public HostedCluster featureSet(FeatureSet features) {
        return settings().featureSet(features);
    }

    /**
     * Encrypts Secrets in etcd with another key; what is encrypted with the former one can be read on, for that becomes the
     * backup key.
     *
     * @param secret name of a Secret beside the cluster with 32 bytes in its key {@code key}
     * @throws InvalidOptionsException when there is no such Secret, its key is of another length, or a key service encrypts the
     *     cluster's Secrets
     */
    public HostedCluster encryptWith(String secret) {
        return settings().encryptWith(secret);
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

    /**
     * Takes the cluster out of the multicluster engine's hands: deletes the ManagedCluster of its name, before the cluster is
     * destroyed (documentation 13.1.1 and 13.3.1). Returns at once. Nothing happens when there is none.
     */
    public void deleteManagedCluster() {
        surroundings().deleteManagedCluster();
    }

    /** Destroys it and all that was made for it (documentation 13), with the documented defaults; nothing happens until that is run. */
    public DestroyCluster destroy() {
        return new DestroyCluster(client, this);
    }

    /** {@code hosted cluster namespace/name}. */
    @Override
    public String toString() {
        return "hosted cluster " + namespace + "/" + name;
    }

    /** Says that it does not exist. */
    HcpException missing() {
        return Failures.notFound(
                client.kubernetes(),
                HostedCluster.class,
                this + " does not exist; 'kubectl get hostedclusters -A' lists those that do");
    }

    /** Where its hosts register: the control plane's namespace unless it says otherwise. */
    String agentNamespace() {
        String namespace = find().map(found -> Json.toTree(found).text("spec", "platform", "agent", "agentNamespace"))
                .orElse("");
        return namespace.isEmpty() ? controlPlaneNamespace() : namespace;
    }

    Waits.Subject<HostedCluster> subject() {
        return new Waits.Subject<>(HostedCluster.class, namespace, name);
    }

    HostedCluster patchSpec(String action, JsonObject spec) {
        return Patches.merge(client.kubernetes(), subject(), action, JsonObject.of("spec", spec));
    }

    Awaited<HostedCluster> awaited() {
        return new Awaited<>(client.waits(), subject(), toString(), LastSeen::facts, LastSeen::ofCluster, progress);
    }

    private ClusterSurroundings surroundings() {
        return new ClusterSurroundings(client.kubernetes(), this);
    }

    private ClusterSettings settings() {
        return new ClusterSettings(client.kubernetes(), this);
    }

    private ClusterCredentials credentials() {
        return new ClusterCredentials(client.kubernetes(), this);
    }

    private ClusterApplications applications() {
        return new ClusterApplications(client.kubernetes(), this);
    }

    private ClusterInspection inspection() {
        return new ClusterInspection(client, this);
    }

    private Optional<ClusterVersionStatus> version() {
        HostedClusterStatus status = get().getStatus();
        return status == null ? Optional.empty() : Optional.ofNullable(status.getVersion());
    }
}
