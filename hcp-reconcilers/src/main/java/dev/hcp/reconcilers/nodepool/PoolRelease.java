package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.HcpException;
import dev.hcp.api.hypershift.ClusterVersionStatus;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.UpdateHistory;
import dev.hcp.api.hypershift.UpdateState;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.value.ReleaseVersion;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.ReleaseNotFoundException;
import dev.hcp.reconcilers.ClusterReleases;
import dev.hcp.reconcilers.ReleaseRules;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The release that a pool shall run. */
final class PoolRelease {
    private static final String DOCKER_CONFIG = ".dockerconfigjson";

    private static final ReleaseVersion PROVIDER_WITHOUT_USER_DATA = ReleaseVersion.of("4.16.0");

    private PoolRelease() {}

    /**
     * Looks the pool's release up and checks that it may run it.
     *
     * @throws InvalidPoolException when it may not, or the image or the pull secret is not found
     */
    static ReleaseMetadata of(PoolState state) {
        pullSecret(state);
        ReleaseMetadata release = lookUp(state, state.releaseImage(), "failed to look up release image metadata: ");
        ReleaseVersion wanted = parse(release.version(), "failed to parse wanted version: ");
        String running = state.version();
        ReleaseVersion current =
                running.isEmpty() ? ReleaseVersion.of("0.0.0") : parse(running, "failed to parse current version: ");
        String platform = state.clusterSpec.getPlatform() == null
                        || state.clusterSpec.getPlatform().getType() == null
                ? ""
                : state.clusterSpec.getPlatform().getType().value();
        String network = state.clusterSpec.getNetworking() == null
                        || state.clusterSpec.getNetworking().getNetworkType() == null
                ? ""
                : state.clusterSpec.getNetworking().getNetworkType().value();
        Map<String, String> annotations = state.cluster.getMetadata().getAnnotations();
        boolean unchecked = annotations != null && annotations.containsKey(Annotations.SKIP_RELEASE_IMAGE_VALIDATION);
        ReleaseRules.problem(
                        wanted,
                        Optional.of(current),
                        clusterVersion(state),
                        ReleaseRules.minimum(platform, unchecked),
                        network,
                        platform)
                .ifPresent(problem -> {
                    throw new InvalidPoolException(problem);
                });
        return release;
    }

    /**
     * Whether machines can only be deleted while their user data is there: on AWS, by the provider that comes with a cluster
     * before 4.16.
     *
     * @throws InvalidPoolException when it cannot be told what the cluster runs
     */
    static boolean machinesNeedUserDataToGo(PoolState state) {
        if (!state.platformType().equals("AWS")) {
            return false;
        }
        ClusterVersionStatus version = state.cluster.getStatus() == null
                ? null
                : state.cluster.getStatus().getVersion();
        String running = version == null || version.getHistory().isEmpty()
                ? null
                : version.getHistory().get(0).getVersion();
        ReleaseVersion cluster =
                running == null ? wantedByCluster(state) : parse(running, "failed to get hostedCluster version: ");
        return cluster.compareTo(PROVIDER_WITHOUT_USER_DATA) < 0;
    }

    /** The cluster's pull secret: the text of its docker configuration. */
    static byte[] pullSecret(PoolState state) {
        String namespace = state.key.namespace();
        String name = state.pullSecretName();
        JsonObject secret = state.pass
                .tree(Secret.class, namespace, name)
                .orElseThrow(() -> new InvalidPoolException(
                        "cannot get pull secret " + namespace + "/" + name + ": secrets \"" + name + "\" not found"));
        String data = secret.text("data", DOCKER_CONFIG);
        if (data == null) {
            throw new InvalidPoolException(
                    "pull secret " + namespace + "/" + name + " missing \"" + DOCKER_CONFIG + "\" key");
        }
        return Base64.getDecoder().decode(data);
    }

    /** What the cluster completed last, else what it shall run. */
    private static ReleaseVersion clusterVersion(PoolState state) {
        ClusterVersionStatus version = state.cluster.getStatus() == null
                ? null
                : state.cluster.getStatus().getVersion();
        if (version != null) {
            for (UpdateHistory entry : version.getHistory()) {
                if (UpdateState.COMPLETED.equals(entry.getState()) && entry.getVersion() != null) {
                    return parse(entry.getVersion(), "failed to get hostedCluster version: ");
                }
            }
        }
        return wantedByCluster(state);
    }

    private static ReleaseVersion wantedByCluster(PoolState state) {
        String image = state.clusterSpec.getRelease() == null
                ? null
                : state.clusterSpec.getRelease().getImage();
        ReleaseMetadata release = lookUp(
                state,
                image == null ? "" : image,
                "failed to get hostedCluster version: failed to lookup release image: ");
        return parse(release.version(), "failed to get hostedCluster version: ");
    }

    private static ReleaseMetadata lookUp(PoolState state, String image, String context) {
        try {
            JsonObject spec = state.pass
                    .tree(
                            HostedCluster.class,
                            state.key.namespace(),
                            state.cluster.getMetadata().getName())
                    .map(cluster -> cluster.object("spec"))
                    .orElse(JsonObject.EMPTY);
            return ClusterReleases.of(state.pass, state.key.namespace(), spec).lookup(image);
        } catch (ReleaseNotFoundException e) {
            throw new InvalidPoolException(context + e.getMessage());
        }
    }

    private static ReleaseVersion parse(String text, String context) {
        try {
            return ReleaseVersion.parse(text);
        } catch (HcpException e) {
            throw new InvalidPoolException(context + e.getMessage());
        }
    }
}
