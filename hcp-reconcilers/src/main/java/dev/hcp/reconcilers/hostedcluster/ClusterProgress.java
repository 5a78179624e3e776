package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.Conditions;
import java.util.Optional;
import java.util.Set;

/** Whether a change of release is under way, or what blocks the cluster. */
final class ClusterProgress {
    private static final Set<String> BLOCKING = Set.of(
            ConditionTypes.SUPPORTED_HOSTED_CLUSTER,
            ConditionTypes.VALID_CONFIGURATION,
            ConditionTypes.VALID_RELEASE_IMAGE,
            ConditionTypes.RECONCILIATION_ACTIVE);

    private ClusterProgress() {}

    /** Sets condition Progressing. */
    static void report(ClusterView cluster, ClusterStatus status, String requestedVersion, World world) {
        Conditions conditions = status.conditions();
        String type = ConditionTypes.PROGRESSING;
        Optional<String> obstacle = obstacle(cluster, status, requestedVersion);
        if (obstacle.isPresent()) {
            conditions.set(type, false, "Blocked", obstacle.get());
            return;
        }
        try {
            if (isMoving(cluster, status.version(), world)) {
                conditions.set(type, true, "Progressing", "HostedCluster is deploying, upgrading, or reconfiguring");
            } else {
                conditions.set(type, false, "AsExpected", "HostedCluster is at expected version");
            }
        } catch (HcpException e) {
            // A registry that does not tell the digest leaves open whether the cluster has what it wants.
            conditions.set(type, false, "Blocked", String.valueOf(e.getMessage()));
        }
    }

    /** The first obstacle in the order in which the cluster shows its conditions. */
    private static Optional<String> obstacle(ClusterView cluster, ClusterStatus status, String requestedVersion) {
        Conditions conditions = status.conditions();
        for (String type : conditions.types()) {
            if (BLOCKING.contains(type) && conditions.is(type, Conditions.FALSE)) {
                return Optional.of(type + " condition is false: " + conditions.message(type));
            }
            if (type.equals(ConditionTypes.CLUSTER_VERSION_UPGRADEABLE)) {
                Optional<String> objection =
                        UpgradeGate.objection(cluster, status.version(), conditions, requestedVersion);
                if (objection.isPresent()) {
                    return Optional.of(type + " condition is false: " + objection.get());
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the cluster wants another release than it has; a release asked for by tag may be reported by digest. */
    private static boolean isMoving(ClusterView cluster, JsonObject version, World world) {
        if (version.isEmpty()) {
            return true;
        }
        String desired = version.text("desired", "image");
        String wanted = cluster.releaseImage();
        return !wanted.equals(desired)
                && cluster.releases(world)
                        .digest(wanted)
                        .filter(digest -> (repository(wanted) + "@" + digest).equals(desired))
                        .isEmpty();
    }

    private static String repository(String image) {
        String withoutDigest = image.replaceFirst("@.*", "");
        int tag = withoutDigest.lastIndexOf(':');
        return tag > withoutDigest.lastIndexOf('/') ? withoutDigest.substring(0, tag) : withoutDigest;
    }
}
