package dev.hcp.client;

import dev.hcp.api.HcpException;
import dev.hcp.api.configuration.FeatureSet;
import dev.hcp.api.configuration.IdentityProvider;
import dev.hcp.api.hypershift.ClusterVersionStatus;
import dev.hcp.api.hypershift.ConditionalUpdate;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedClusterStatus;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.hypershift.NodePoolSpec;
import dev.hcp.api.hypershift.UpdateHistory;
import dev.hcp.api.hypershift.UpdateRelease;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.api.names.Naming;
import dev.hcp.api.value.PausedUntil;
import dev.hcp.client.diagnosis.Diagnosis;
import dev.hcp.client.dump.ClusterDump;
import dev.hcp.client.status.ApiObjects;
import dev.hcp.client.status.ClusterStatus;
import dev.hcp.client.status.StatusCondition;
import dev.hcp.client.status.StatusReader;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One hosted cluster by name, whether it exists or not: read it, change it, wait for it, reach it, delete it.
 *
 * <p>Each call asks the management cluster anew. Thread-safe.
 */
public final class HostedClusterResource {
    private static final String PAUSED_UNTIL = "pausedUntil";
    private static final String CONFIGURATION = "configuration";

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

    /** One of its node pools, whether it exists or not; it tells its progress where this does. */
    public NodePoolResource nodePool(String pool) {
        return client.nodePool(namespace, pool).withProgress(progress);
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
                cluster -> StatusCondition.isTrue(StatusCondition.of(cluster), ConditionTypes.AVAILABLE),
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
        Waits.Outcome<HostedCluster> outcome =
                until(cluster -> cluster.filter(condition).isPresent(), timeout);
        return outcome.last()
                .filter(last -> outcome.reached())
                .orElseThrow(() -> new WaitTimeoutException(
                        this + " did not " + goal + " within " + timeout + ". " + describe(outcome.last())));
    }

    /**
     * Waits until the object is gone.
     *
     * @throws WaitTimeoutException when it is still there; the message has its conditions and finalizers
     */
    public void awaitGone(Duration timeout) {
        Waits.Outcome<HostedCluster> outcome = until(Optional::isEmpty, timeout);
        if (!outcome.reached()) {
            throw new WaitTimeoutException(this + " was not gone within " + timeout + ". " + describe(outcome.last()));
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
     * What there is of the cluster, on both sides: conditions, versions, components, node pools, machines, endpoints.
     *
     * @throws ResourceNotFoundException when it does not exist
     */
    public ClusterStatus status() {
        return look().orElseThrow(() -> Failures.notFound(
                client.kubernetes(),
                HostedCluster.class,
                this + " does not exist; 'kubectl get hostedclusters -A' lists those that do"));
    }

    /**
     * Follows the cluster: tells each new {@link #status()} until it is closed.
     *
     * @param listener called on a thread of its own, one status after the other
     */
    public LiveStatus follow(Consumer<ClusterStatus> listener) {
        return LiveStatus.of(client.waits().watches(), this, this::look, listener);
    }

    /**
     * Looks for what is wrong with the cluster (documentation 12.3).
     *
     * @throws ResourceNotFoundException when it does not exist
     */
    public Diagnosis diagnose() {
        return Failures.explain("diagnose " + this, () -> {
                    try (GuestAccess guest = GuestAccess.open(this)) {
                        return Diagnosis.of(
                                new ApiObjects(client.kubernetes()), guest.objects(), namespace, name, client.now());
                    }
                })
                .orElseThrow(() -> Failures.notFound(
                        client.kubernetes(),
                        HostedCluster.class,
                        this + " does not exist; 'kubectl get hostedclusters -A' lists those that do"));
    }

    /**
     * Writes what there is of the cluster, on both sides, into files, as {@code oc adm must-gather} does; without Secrets
     * and what else is secret (documentation 12.1).
     *
     * @param directory does not exist yet, or is empty
     * @throws HcpException when files cannot be written; what cannot be read is a problem that the dump tells
     */
    public ClusterDump dump(Path directory) {
        ClusterStatus status = status();
        List<String> namespaces = new ArrayList<>(List.of(namespace, controlPlaneNamespace(), "hypershift"));
        if (status.platform().equals("KubeVirt")) {
            namespaces.add("openshift-cnv");
        }
        return Failures.explain("dump " + this, () -> {
            try (GuestAccess guest = GuestAccess.open(this)) {
                String unanswered = guest.problem().isEmpty()
                        ? ""
                        : "\nthe hosted cluster could not be asked: " + guest.problem() + "\n";
                return ClusterDump.write(
                        directory,
                        new ApiObjects(client.kubernetes()),
                        namespaces,
                        guest.objects(),
                        status + unanswered);
            }
        });
    }

    /** Tables of the hosted cluster's own objects. The caller closes the client, {@link #guest()}. */
    public Tables tables(KubernetesClient guest) {
        return new Tables(guest);
    }

    private Optional<ClusterStatus> look() {
        return Failures.explain("read the status of " + this, () -> {
            ApiObjects management = new ApiObjects(client.kubernetes());
            try (GuestAccess guest = GuestAccess.open(this)) {
                return new StatusReader(management, guest.objects()).read(namespace, name);
            }
        });
    }

    /**
     * Stops reconciliation of the cluster and its control plane until {@link #resume()}: {@code spec.pausedUntil}
     * (documentation 12.5). What runs goes on.
     */
    public HostedCluster pause() {
        return patchSpec("pause " + this, JsonObject.of(PAUSED_UNTIL, PausedUntil.FOREVER.text()));
    }

    /** Stops reconciliation until a time. */
    public HostedCluster pauseUntil(Instant time) {
        return patchSpec(
                "pause " + this,
                JsonObject.of(PAUSED_UNTIL, PausedUntil.of(time).text()));
    }

    /** Ends a pause. */
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

    /** Sets an annotation. */
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

    /** Recommended updates of the channel, newest first; none before a channel was chosen. */
    public List<UpdateRelease> availableUpdates() {
        return version().map(ClusterVersionStatus::getAvailableUpdates).orElse(List.of());
    }

    /** Updates of the channel that have known risks. */
    public List<ConditionalUpdate> conditionalUpdates() {
        return version().map(ClusterVersionStatus::getConditionalUpdates).orElse(List.of());
    }

    /**
     * An update of control plane and node pools; nothing happens until it is applied.
     *
     * @param release a release image, or a version among the available and conditional updates
     */
    public Upgrade upgradeTo(String release) {
        return new Upgrade(client, this, release);
    }

    /** Who may log in, {@code spec.configuration.oauth.identityProviders}, in place of those there were. */
    public HostedCluster identityProviders(List<IdentityProvider> providers) {
        return patchSpec(
                "set identity providers of " + this,
                JsonObject.of(
                        CONFIGURATION,
                        JsonObject.of(
                                "oauth",
                                JsonObject.of(
                                        "identityProviders",
                                        JsonArray.copyOf(providers.stream()
                                                .map(Json::toTree)
                                                .toList())))));
    }

    /**
     * Turns on a set of features, {@code spec.configuration.featureGate.featureSet} (documentation 10.1). Some sets cannot
     * be turned off again, and prevent updates to the next minor version.
     */
    public HostedCluster featureSet(FeatureSet features) {
        return patchSpec(
                "choose the features of " + this,
                JsonObject.of(
                        CONFIGURATION, JsonObject.of("featureGate", JsonObject.of("featureSet", features.value()))));
    }

    /**
     * Encrypts Secrets in etcd with another key; what is encrypted with the former one can be read on, for that becomes the
     * backup key.
     *
     * @param secret name of a Secret beside the cluster with 32 bytes in its key {@code key}
     * @throws InvalidOptionsException when there is no such Secret, or its key is of another length
     */
    public HostedCluster encryptWith(String secret) {
        EncryptionKeys.check(client.kubernetes(), this, secret);
        return Patches.change(
                client.kubernetes(),
                subject(),
                "change the encryption key of " + this,
                now -> EncryptionKeys.patch(now, secret));
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

    /** Destroys it and all that was made for it, with the documented defaults; nothing happens until that is run. */
    public DestroyCluster destroy() {
        return new DestroyCluster(client, this);
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

    Waits.Subject<HostedCluster> subject() {
        return new Waits.Subject<>(HostedCluster.class, namespace, name);
    }

    HostedCluster patchSpec(String action, JsonObject spec) {
        return Patches.merge(client.kubernetes(), subject(), action, JsonObject.of("spec", spec));
    }

    /** Waits and tells the progress. */
    Waits.Outcome<HostedCluster> until(Predicate<Optional<HostedCluster>> condition, Duration timeout) {
        return client.waits()
                .until(
                        subject(),
                        condition,
                        timeout,
                        new Changes<>(toString(), HostedClusterResource::facts, progress));
    }

    private Optional<ClusterVersionStatus> version() {
        HostedClusterStatus status = get().getStatus();
        return status == null ? Optional.empty() : Optional.ofNullable(status.getVersion());
    }

    private static Map<String, String> facts(HostedCluster cluster) {
        Map<String, String> facts = new LinkedHashMap<>();
        newestVersion(cluster)
                .ifPresent(entry -> facts.put(
                        "version",
                        (entry.getVersion() == null || entry.getVersion().isEmpty() ? "" : entry.getVersion() + " ")
                                + "is " + entry.getState()));
        Changes.conditions(StatusCondition.of(cluster), facts);
        return facts;
    }

    private static Optional<UpdateHistory> newestVersion(HostedCluster cluster) {
        HostedClusterStatus status = cluster.getStatus();
        return status == null || status.getVersion() == null
                ? Optional.empty()
                : status.getVersion().getHistory().stream().findFirst();
    }

    /** What was last seen of a cluster, for messages. */
    static String describe(Optional<HostedCluster> last) {
        if (last.isEmpty()) {
            return "It does not exist.";
        }
        StringBuilder text = new StringBuilder("Last seen:");
        newestVersion(last.get()).ifPresent(entry -> text.append("\n  version ")
                .append(entry.getVersion())
                .append(' ')
                .append(entry.getState()));
        StatusCondition.of(last.get()).forEach(condition -> text.append("\n  ").append(condition));
        if (last.get().isMarkedForDeletion()) {
            text.append("\n  being deleted, finalizers ")
                    .append(last.get().getMetadata().getFinalizers());
        }
        return text.toString();
    }
}
