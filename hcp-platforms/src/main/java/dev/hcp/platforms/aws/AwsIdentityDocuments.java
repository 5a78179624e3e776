package dev.hcp.platforms.aws;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.names.ConditionReasons;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.api.names.Finalizers;
import dev.hcp.platforms.Conclusion;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.util.List;
import java.util.Optional;

/**
 * The documents by which AWS can verify tokens of a cluster's service accounts. They are published in a bucket once, which
 * a finalizer of the cluster remembers; with a signing key of the user's the user publishes them.
 */
final class AwsIdentityDocuments {
    private static final String NO_BUCKET =
            "hypershift wasn't configured with a S3 bucket or credentials, this makes it"
                    + " unable to set up OIDC for AWS clusters. Please install hypershift with the"
                    + " --oidc-storage-provider-s3-bucket-name, --oidc-storage-provider-s3-region and"
                    + " --oidc-storage-provider-s3-secret flags set. The bucket must pre-exist and the credentials must be"
                    + " authorized to write into it";

    private AwsIdentityDocuments() {}

    static Conclusion conclude(HostedCluster cluster, HostedControlPlane controlPlane) {
        boolean wanted = controlPlane.getStatus() != null
                && controlPlane.getStatus().getKubeConfig() != null
                && cluster.getSpec().getServiceAccountSigningKey() == null
                && !cluster.getMetadata().getFinalizers().contains(Finalizers.AWS_OIDC_DISCOVERY);
        return wanted
                ? new Conclusion(
                        List.of(condition("False", ConditionReasons.OIDC_CONFIGURATION_INVALID, NO_BUCKET)),
                        List.of(),
                        Optional.of("failed to reconcile the AWS OIDC documents: " + NO_BUCKET))
                : new Conclusion(
                        List.of(condition("True", ConditionReasons.AS_EXPECTED, "OIDC configuration is valid")),
                        List.of(),
                        Optional.empty());
    }

    private static Condition condition(String status, String reason, String message) {
        return new ConditionBuilder()
                .withType(ConditionTypes.VALID_OIDC_CONFIGURATION)
                .withStatus(status)
                .withReason(reason)
                .withMessage(message)
                .build();
    }
}
