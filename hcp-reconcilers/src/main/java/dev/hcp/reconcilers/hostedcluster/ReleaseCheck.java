package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.value.ReleaseVersion;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.ReleaseNotFoundException;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.ReleaseRules;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks up the release a cluster wants, and whether it may have it. */
final class ReleaseCheck {
    private final ClusterView cluster;
    private final World world;
    private final Optional<String> pullSecretProblem;
    private @Nullable ReleaseMetadata release;
    private @Nullable String lookupProblem;

    ReleaseCheck(ClusterView cluster, World world) {
        this.cluster = cluster;
        this.world = world;
        this.pullSecretProblem = pullSecretProblem(cluster, world);
        if (pullSecretProblem.isEmpty()) {
            try {
                release = world.releases().lookup(cluster.releaseImage());
            } catch (ReleaseNotFoundException e) {
                lookupProblem = "failed to lookup release image: " + e.getMessage();
            }
        }
    }

    private static Optional<String> pullSecretProblem(ClusterView cluster, World world) {
        String name = cluster.text("pullSecret", "name");
        Optional<JsonObject> secret = world.tree(Secret.class, cluster.namespace(), name);
        if (secret.isEmpty()) {
            return Optional.of("failed to get pull secret: secrets \"" + name + "\" not found");
        }
        if (secret.get().at("data", ".dockerconfigjson") == null) {
            return Optional.of("expected .dockerconfigjson key in pull secret");
        }
        return Optional.empty();
    }

    /** Why images cannot be pulled, if so. */
    Optional<String> pullSecretProblem() {
        return pullSecretProblem;
    }

    /** Why the release cannot be looked up, if so. */
    Optional<String> lookupProblem() {
        return pullSecretProblem.or(() -> Optional.ofNullable(lookupProblem));
    }

    /** What the release says of itself. */
    Optional<ReleaseMetadata> release() {
        return Optional.ofNullable(release);
    }

    /** Why the cluster may not have the release, if so. */
    Optional<String> problem(JsonObject version) {
        Optional<String> unknown = lookupProblem();
        if (unknown.isPresent() || release == null) {
            return unknown;
        }
        boolean skip = cluster.hasAnnotation("skip-release-image-validation");
        if (skip) {
            return Optional.empty();
        }
        ReleaseVersion wanted = ReleaseVersion.of(release.version());
        if (!wanted.isValid()) {
            return Optional.of("failed to parse release version \"" + wanted + "\"");
        }
        return ReleaseRules.problem(
                wanted,
                current(version),
                ReleaseRules.LATEST_SUPPORTED,
                ReleaseRules.minimum(cluster.platformType(), false),
                cluster.networkType(),
                cluster.platformType());
    }

    /** The version it runs, when it is moving to another one. */
    private Optional<ReleaseVersion> current(JsonObject version) {
        String image = version.text("desired", "image");
        if (image == null || !UpgradeGate.isUpgrading(cluster, version)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ReleaseVersion.of(world.releases().lookup(image).version()));
        } catch (ReleaseNotFoundException unknownByNow) {
            return Optional.empty();
        }
    }
}
