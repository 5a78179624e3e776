package dev.hcp.client;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.Labels;
import dev.hcp.client.status.StatusCondition;
import dev.hcp.platforms.OptionProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A hosted cluster to be destroyed, with the options and defaults of {@code hcp destroy cluster}: its node pools and
 * control plane go, what it made in its cloud, and the Secrets that were created with it (documentation 13). Infrastructure that
 * was made before the cluster, as on AWS, stays. Not thread-safe.
 */
public final class DestroyCluster {
    /** Condition that says that all is gone of a cluster that is kept for a while. */
    private static final String DESTROYED = "HostedClusterDestroyed";

    private final HcpClient client;
    private final HostedClusterResource cluster;
    private Duration gracePeriod = Duration.ofMinutes(10);
    private String infraId = "";
    private boolean destroyCloudResources = true;

    DestroyCluster(HcpClient client, HostedClusterResource cluster) {
        this.client = client;
        this.cluster = cluster;
    }

    /** How long to wait for the cluster to go, {@code --cluster-grace-period}. 10 minutes by default. */
    public DestroyCluster gracePeriod(Duration period) {
        this.gracePeriod = period;
        return this;
    }

    /** Infrastructure identifier, {@code --infra-id}; needed where the cluster itself is gone already. */
    public DestroyCluster infraId(String id) {
        this.infraId = id;
        return this;
    }

    /** Whether what the cluster made in its cloud goes, too, {@code --destroy-cloud-resources}. True by default. */
    public DestroyCluster destroyCloudResources(boolean destroy) {
        this.destroyCloudResources = destroy;
        return this;
    }

    /**
     * Destroys the cluster and waits until it is gone. May be called again after a failure; where the cluster itself is gone
     * by then, with its {@link #infraId}.
     *
     * @throws InvalidOptionsException when the cluster does not exist and no {@link #infraId} says what is left of it
     * @throws WaitTimeoutException when it is not gone in time; it still goes, and its Secrets are still there
     * @throws RequestFailedException when something may not be deleted
     */
    public void run() {
        Optional<HostedCluster> existing = cluster.find();
        String id = infraId.isEmpty() ? existing.map(DestroyCluster::infraId).orElse("") : infraId;
        if (id.isEmpty()) {
            throw new InvalidOptionsException(
                    "cannot destroy " + cluster,
                    List.of(new OptionProblem(
                            "infraId",
                            existing.isEmpty()
                                    ? "is required: " + cluster + " does not exist, so it cannot be asked"
                                    : "is required: " + cluster + " has none")));
        }
        List<String> done = new ArrayList<>();
        if (existing.isPresent()) {
            if (destroyCloudResources) {
                cluster.annotate(Annotations.CLEANUP_CLOUD_RESOURCES, "true");
            }
            cluster.delete();
            awaitGone();
            done.add("deletion of " + cluster);
        }
        Failures.explain("delete the Secrets of " + cluster, done, () -> client.kubernetes()
                .secrets()
                .inNamespace(cluster.namespace())
                .withLabel(Labels.AUTO_CREATED_FOR_INFRA, id)
                .delete());
    }

    private static String infraId(HostedCluster existing) {
        String id = existing.getSpec() == null ? null : existing.getSpec().getInfraID();
        return id == null ? "" : id;
    }

    private void awaitGone() {
        Waits.Outcome<HostedCluster> outcome = cluster.awaited()
                .until(
                        found -> found.map(now -> isKept(now) && isDestroyed(now))
                                .orElse(true),
                        gracePeriod);
        if (!outcome.reached()) {
            throw new WaitTimeoutException(cluster + " is being deleted but was not gone within " + gracePeriod
                    + "; destroy it again for the Secrets that were created with it. "
                    + LastSeen.ofCluster(outcome.last()));
        }
    }

    private static boolean isDestroyed(HostedCluster now) {
        return StatusCondition.isTrue(StatusCondition.of(now), DESTROYED);
    }

    /** Whether the user wants the object to stay for a while after everything else is gone. */
    private static boolean isKept(HostedCluster now) {
        Map<String, String> annotations = now.getMetadata().getAnnotations();
        return annotations != null && annotations.containsKey(Annotations.DESTROY_GRACE_PERIOD);
    }
}
