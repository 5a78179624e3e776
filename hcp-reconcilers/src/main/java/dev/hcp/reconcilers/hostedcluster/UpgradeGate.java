package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.value.ReleaseVersion;
import dev.hcp.reconcilers.Conditions;
import java.util.Optional;

/** Whether a cluster may move to the release its specification names. */
final class UpgradeGate {
    private UpgradeGate() {}

    /** Whether the specification names another release than the status does. */
    static boolean isUpgrading(ClusterView cluster, JsonObject version) {
        return !version.isEmpty() && !cluster.releaseImage().equals(version.text("desired", "image"));
    }

    /**
     * What holds an upgrade back, if anything.
     *
     * @param requested version of the release that the specification names
     */
    static Optional<String> objection(
            ClusterView cluster, JsonObject version, Conditions conditions, String requested) {
        if (!isUpgrading(cluster, version)) {
            return Optional.empty();
        }
        String upgradeable = conditions.status("ClusterVersionUpgradeable");
        if (upgradeable == null || upgradeable.equals(Conditions.TRUE)) {
            return Optional.empty();
        }
        Optional<String> forced = cluster.annotation(ClusterView.PREFIX + "force-upgrade-to");
        if (forced.isPresent()) {
            return forced.get().equals(cluster.releaseImage())
                    ? Optional.empty()
                    : Optional.of("force upgrade annotation is present but does not match desired release image");
        }
        if (!cluster.text("controlPlaneRelease", "image").isEmpty()) {
            return Optional.empty();
        }
        String current = version.text("desired", "version");
        if (current != null
                && ReleaseVersion.of(current).isValid()
                && ReleaseVersion.of(current).isSameMinor(ReleaseVersion.of(requested))) {
            return Optional.empty();
        }
        return Optional.of("cluster version is not upgradeable");
    }
}
