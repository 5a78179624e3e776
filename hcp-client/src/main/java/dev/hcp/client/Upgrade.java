package dev.hcp.client;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An update of a hosted cluster to another release (documentation 6.6 and 6.7): the control plane first, then node pools,
 * one after the other. Rules of version skew are checked before anything is changed.
 *
 * <p>Immutable and thread-safe; nothing happens before {@link #start} or {@link #run}.
 */
public final class Upgrade {
    private final HcpClient client;
    private final HostedClusterResource cluster;
    private final String release;
    private final boolean controlPlane;
    private final Optional<Set<String>> pools;
    private final boolean forced;

    Upgrade(HcpClient client, HostedClusterResource cluster, String release) {
        this(client, cluster, release, true, Optional.empty(), false);
    }

    private Upgrade(
            HcpClient client,
            HostedClusterResource cluster,
            String release,
            boolean controlPlane,
            Optional<Set<String>> pools,
            boolean forced) {
        this.client = client;
        this.cluster = cluster;
        this.release = release;
        this.controlPlane = controlPlane;
        this.pools = pools;
        this.forced = forced;
    }

    /** Leaves the node pools as they are (documentation 6.7). */
    public Upgrade controlPlaneOnly() {
        return new Upgrade(client, cluster, release, true, Optional.of(Set.of()), forced);
    }

    /** Leaves the control plane as it is, and all node pools but these; without names, updates all node pools (documentation 6.6). */
    public Upgrade nodePoolsOnly(String... names) {
        return new Upgrade(
                client,
                cluster,
                release,
                false,
                names.length == 0 ? Optional.empty() : Optional.of(Set.of(names)),
                forced);
    }

    /**
     * Goes on although the cluster says that it is not upgradeable, or the release is not recommended: sets the annotation
     * {@code hypershift.openshift.io/force-upgrade-to}. Rules of version skew still hold.
     */
    public Upgrade force() {
        return new Upgrade(client, cluster, release, controlPlane, pools, true);
    }

    /**
     * What would happen, in order, and what speaks against it. Nothing is changed.
     *
     * @throws ResourceNotFoundException when the cluster does not exist
     */
    public UpgradePlan plan() {
        HostedCluster current = cluster.get();
        List<NodePool> all = cluster.nodePools();
        List<NodePool> chosen = all.stream()
                .filter(pool -> pools.isEmpty()
                        || pools.get().contains(pool.getMetadata().getName()))
                .toList();
        return UpgradeRules.plan(new UpgradeRules.Request(
                release, controlPlane, chosen, pools.orElse(Set.of()), forced, current, all, supported()));
    }

    /** Who may update a cluster need not be allowed to look into the operator's namespace. */
    private Optional<SupportedVersions> supported() {
        try {
            return Optional.of(client.supportedVersions());
        } catch (ResourceNotFoundException | PermissionDeniedException unknown) {
            return Optional.empty();
        }
    }

    /**
     * Begins: with the control plane if it is to be updated and does not have the release yet, otherwise with the node
     * pools, all at once. Returns at once, with the plan; start again when the control plane is done, or use {@link #run}.
     *
     * @throws InvalidOptionsException with all that speaks against it; nothing was changed
     * @throws RequestFailedException when a step is refused; {@link RequestFailedException#applied()} has those before
     */
    public UpgradePlan start() {
        UpgradePlan plan = checked();
        List<String> begun = new ArrayList<>();
        if (plan.controlPlane().isPresent()) {
            startControlPlane(plan, begun);
        } else {
            plan.nodePools().forEach(step -> startNodePool(plan, step, begun));
        }
        return plan;
    }

    /**
     * Updates the control plane, waits for it, and updates the node pools one after the other, waiting for each.
     *
     * @param timeout for each of these steps
     * @throws InvalidOptionsException with all that speaks against it; nothing was changed
     * @throws WaitTimeoutException when a step takes longer; the message has the last known state, and what was not begun. The
     *     step goes on
     * @throws RequestFailedException when a step is refused; {@link RequestFailedException#applied()} has those before
     */
    public UpgradePlan run(Duration timeout) {
        UpgradePlan plan = checked();
        List<String> begun = new ArrayList<>();
        Deque<String> left = new ArrayDeque<>();
        plan.nodePools().forEach(step -> left.add("node pool " + step.name()));
        if (plan.controlPlane().isPresent()) {
            startControlPlane(plan, begun);
            await(
                    left,
                    () -> cluster.await(
                            "complete the update to " + plan.version(),
                            now -> UpgradeRules.hasCompleted(now, plan.image(), plan.version()),
                            timeout));
        }
        for (UpgradePlan.Step step : plan.nodePools()) {
            startNodePool(plan, step, begun);
            left.remove();
            await(left, () -> cluster.nodePool(step.name()).awaitVersion(plan.version(), timeout));
        }
        return plan;
    }

    private static void await(Deque<String> left, Runnable wait) {
        try {
            wait.run();
        } catch (WaitTimeoutException e) {
            throw new WaitTimeoutException(e.getMessage() + "\nThe update goes on. "
                    + (left.isEmpty() ? "It was the last step." : "Not begun: " + String.join(", ", left) + "."));
        }
    }

    private UpgradePlan checked() {
        UpgradePlan plan = plan();
        if (!plan.problems().isEmpty()) {
            throw InvalidOptionsException.of("cannot update " + cluster + " to " + release, plan.problems());
        }
        return plan;
    }

    private void startControlPlane(UpgradePlan plan, List<String> begun) {
        List<Object> patch = new ArrayList<>();
        if (forced) {
            patch.addAll(List.of(
                    "metadata",
                    JsonObject.of("annotations", JsonObject.of(Annotations.FORCE_UPGRADE_TO, plan.image()))));
        }
        patch.addAll(List.of("spec", JsonObject.of("release", JsonObject.of("image", plan.image()))));
        Patches.merge(
                client.kubernetes(), cluster.subject(), "update " + cluster, begun, JsonObject.of(patch.toArray()));
        begun.add("update of " + cluster);
    }

    private void startNodePool(UpgradePlan plan, UpgradePlan.Step step, List<String> begun) {
        NodePoolResource pool = cluster.nodePool(step.name());
        Patches.merge(
                client.kubernetes(),
                pool.subject(),
                "update " + pool,
                begun,
                JsonObject.of("spec", JsonObject.of("release", JsonObject.of("image", plan.image()))));
        begun.add("update of " + pool);
    }
}
