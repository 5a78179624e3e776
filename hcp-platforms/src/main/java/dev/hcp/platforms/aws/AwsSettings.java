package dev.hcp.platforms.aws;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedClusterSpec;
import dev.hcp.api.hypershift.aws.AwsPlatformSpec;
import dev.hcp.api.names.Naming;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a HostedCluster says of AWS. */
final class AwsSettings {
    /** Value of the tag by which AWS resources are known to be a cluster's own. */
    static final String OWNED = "owned";

    private AwsSettings() {}

    static @Nullable AwsPlatformSpec of(HostedCluster cluster) {
        HostedClusterSpec spec = cluster.getSpec();
        return spec == null || spec.getPlatform() == null
                ? null
                : spec.getPlatform().getAws();
    }

    static String infraId(HostedCluster cluster) {
        String infraId = cluster.getSpec() == null ? null : cluster.getSpec().getInfraID();
        return textOf(infraId);
    }

    /** Whether the control plane is published on the internet alone. */
    static boolean isPublic(AwsPlatformSpec settings) {
        return access(settings).equals("Public");
    }

    static boolean isPrivate(AwsPlatformSpec settings) {
        return access(settings).equals("Private");
    }

    private static String access(AwsPlatformSpec settings) {
        return settings.getEndpointAccess() == null
                ? ""
                : settings.getEndpointAccess().value();
    }

    /** Key of the tag by which AWS resources are known to be a cluster's. */
    static String ownershipTag(String infraId) {
        return "kubernetes.io/cluster/" + infraId;
    }

    /** The security group that the control plane made for nodes; empty before. */
    static String defaultSecurityGroup(HostedCluster cluster) {
        return cluster.getStatus() == null
                        || cluster.getStatus().getPlatform() == null
                        || cluster.getStatus().getPlatform().getAws() == null
                ? ""
                : textOf(cluster.getStatus().getPlatform().getAws().getDefaultWorkerSecurityGroupID());
    }

    static Optional<String> annotation(@Nullable Map<String, String> annotations, String name) {
        return annotations == null ? Optional.empty() : Optional.ofNullable(annotations.get(name));
    }

    static String textOf(@Nullable String text) {
        return text == null ? "" : text;
    }

    static String controlPlaneNamespace(HostedCluster cluster) {
        return Naming.controlPlaneNamespace(
                cluster.getMetadata().getNamespace(), cluster.getMetadata().getName());
    }
}
