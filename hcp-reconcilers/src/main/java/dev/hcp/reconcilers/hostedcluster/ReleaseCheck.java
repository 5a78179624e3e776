package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.ConditionReasons;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.api.value.ReleaseVersion;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.ReleaseNotFoundException;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.Conditions;
import dev.hcp.reconcilers.ReleaseRules;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Optional;

/** Looks up the release a cluster wants, and whether it may have it. */
final class ReleaseCheck {
    private final ClusterView cluster;
    private final World world;

    ReleaseCheck(ClusterView cluster, World world) {
        this.cluster = cluster;
        this.world = world;
    }

    /** Sets condition ValidReleaseImage, unless it was found True for this generation. */
    void report(ClusterStatus status) {
        Conditions conditions = status.conditions();
        String type = ConditionTypes.VALID_RELEASE_IMAGE;
        long generation = cluster.object().integer(0, "metadata", "generation");
        if (conditions.is(type, Conditions.TRUE) && conditions.observedGeneration(type) == generation) {
            return;
        }
        try {
            check(status.version());
            conditions.set(type, true, ConditionReasons.AS_EXPECTED, "Release image is valid");
        } catch (HcpException e) {
            String reason = pullSecret().isEmpty() ? ConditionReasons.SECRET_NOT_FOUND : ConditionReasons.INVALID_IMAGE;
            conditions.set(type, false, reason, String.valueOf(e.getMessage()));
        }
    }

    private void check(JsonObject version) {
        if (cluster.hasAnnotation("skip-release-image-validation")) {
            return;
        }
        requirePullSecret();
        ReleaseRules.problem(
                        parsed(release()),
                        current(version),
                        ReleaseRules.LATEST_SUPPORTED,
                        ReleaseRules.minimum(cluster.platformType(), false),
                        cluster.networkType(),
                        cluster.platformType())
                .ifPresent(problem -> {
                    throw new HcpException(problem);
                });
    }

    /** The version it runs, when it is moving to another one. */
    private Optional<ReleaseVersion> current(JsonObject version) {
        String image = version.text("desired", "image");
        return image == null || !UpgradeGate.isUpgrading(cluster, version)
                ? Optional.empty()
                : Optional.of(parsed(lookup(image)));
    }

    private static ReleaseVersion parsed(ReleaseMetadata release) {
        ReleaseVersion version = ReleaseVersion.of(release.version());
        if (!version.isValid()) {
            throw new HcpException("failed to parse release version \"" + version + "\"");
        }
        return version;
    }

    private Optional<JsonObject> pullSecret() {
        return world.tree(Secret.class, cluster.namespace(), cluster.text("pullSecret", "name"));
    }

    private void requirePullSecret() {
        Optional<JsonObject> secret = pullSecret();
        if (secret.isEmpty()) {
            throw new HcpException(
                    "failed to get pull secret: secrets \"" + cluster.text("pullSecret", "name") + "\" not found");
        }
        if (secret.get().at("data", ".dockerconfigjson") == null) {
            throw new HcpException("expected .dockerconfigjson key in pull secret");
        }
    }

    /**
     * The architecture of the release image.
     *
     * @throws HcpException when it cannot be told
     */
    String payloadArch() {
        requirePullSecret();
        try {
            return cluster.releases(world).payloadArch(cluster.releaseImage());
        } catch (ReleaseNotFoundException e) {
            throw new HcpException("failed to determine if release image multi-arch: " + e.getMessage());
        }
    }

    /**
     * What the release of the management side says of itself.
     *
     * @throws HcpException when it cannot be looked up
     */
    ReleaseMetadata release() {
        return lookup(cluster.controlPlaneReleaseImage());
    }

    private ReleaseMetadata lookup(String image) {
        try {
            return cluster.releases(world).lookup(image);
        } catch (ReleaseNotFoundException e) {
            throw new HcpException("failed to lookup release image: " + e.getMessage());
        }
    }
}
