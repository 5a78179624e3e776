package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.HcpException;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.value.ReleaseVersion;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.ReleaseNotFoundException;
import dev.hcp.platforms.World;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The control plane operator that a cluster gets.
 *
 * @param image its image
 * @param release the release of the management side, with the labels of that image
 */
record OperatorImage(String image, ReleaseMetadata release) {
    private static final String COMPONENT = "hypershift";
    private static final int FIRST_MINOR = 9;

    /** Images of the release that an annotation replaces for what the HyperShift operator itself deploys. */
    private static final Map<String, String> OVERRIDES = Map.of(
            Annotations.CAPI_MANAGER_IMAGE, "cluster-capi-controllers",
            Annotations.CLUSTER_AUTOSCALER_IMAGE, "cluster-autoscaler",
            Annotations.MACHINE_APPROVER_IMAGE, "cluster-machine-approver");

    /**
     * The operator of a cluster.
     *
     * @param release the release of the cluster
     * @throws HcpException when it cannot be told
     */
    static OperatorImage of(ClusterView cluster, ReleaseMetadata release, World world) {
        ReleaseMetadata own = ofControlPlane(cluster, release, world);
        String image = cluster.annotation(Annotations.CONTROL_PLANE_OPERATOR_IMAGE)
                .or(() -> Optional.ofNullable(own.componentImages().get(COMPONENT)))
                .orElseGet(() -> ofOperator(own, world));
        Optional<String> labels = cluster.annotation(Annotations.CONTROL_PLANE_OPERATOR_IMAGE_LABELS);
        ReleaseMetadata labelled =
                labels.map(text -> own.withImageLabels(parse(cluster, text))).orElse(own);
        Map<String, String> images = new HashMap<>();
        OVERRIDES.forEach((annotation, component) ->
                cluster.annotation(annotation).ifPresent(override -> images.put(component, override)));
        return new OperatorImage(image, labelled.withComponentImages(images));
    }

    /** The management side may run another release than the nodes. */
    private static ReleaseMetadata ofControlPlane(ClusterView cluster, ReleaseMetadata release, World world) {
        String image = cluster.controlPlaneReleaseImage();
        if (image.equals(cluster.releaseImage())) {
            return release;
        }
        try {
            return cluster.releases(world).lookup(image);
        } catch (ReleaseNotFoundException e) {
            throw new HcpException("failed to get controlPlaneOperatorImage: " + e.getMessage(), e);
        }
    }

    private static String ofOperator(ReleaseMetadata release, World world) {
        ReleaseVersion version = ReleaseVersion.of(release.version());
        if (version.isValid() && version.minor() < FIRST_MINOR) {
            throw new HcpException("failed to get controlPlaneOperatorImage: unsupported release image with version "
                    + release.version());
        }
        return world.managementCluster().operator().image();
    }

    private static Map<String, String> parse(ClusterView cluster, String text) {
        Map<String, String> labels = new HashMap<>();
        String[] pairs = text.split(",", -1);
        for (int i = 0; i < pairs.length; i++) {
            String[] parts = pairs[i].split("=", -1);
            if (parts.length != 2) {
                throw new HcpException("failed to get controlPlaneOperatorImageLabels: hosted cluster " + cluster.key()
                        + " annotation " + i + " malformed: label " + pairs[i] + " not in key=value form");
            }
            labels.put(parts[0], parts[1]);
        }
        return labels;
    }
}
