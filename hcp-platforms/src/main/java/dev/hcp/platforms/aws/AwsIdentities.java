package dev.hcp.platforms.aws;

import dev.hcp.api.hypershift.aws.AwsRolesRef;
import dev.hcp.api.json.JsonObject;

/**
 * Who a hosted cluster is in AWS: the output of {@code create iam aws}. Texts are empty where there is nothing. Immutable.
 *
 * @param profileName instance profile of nodes
 * @param issuerUrl issuer of the tokens by which components take on their roles
 * @param roles the role of each component
 * @param kmsKeyArn key that encrypts secrets in etcd
 * @param kmsProviderRoleArn role that may use that key; with one, secrets are encrypted by it
 */
public record AwsIdentities(
        String profileName, String issuerUrl, AwsRolesRef roles, String kmsKeyArn, String kmsProviderRoleArn) {

    /** Reads the output of {@code create iam aws}; unknown members are passed over. */
    public static AwsIdentities of(JsonObject output) {
        JsonObject roles = output.object("roles");
        AwsRolesRef.Builder arns = AwsRolesRef.builder();
        arns.controlPlaneOperatorARN(text(roles, "controlPlaneOperatorARN"))
                .imageRegistryARN(text(roles, "imageRegistryARN"))
                .ingressARN(text(roles, "ingressARN"))
                .kubeCloudControllerARN(text(roles, "kubeCloudControllerARN"))
                .networkARN(text(roles, "networkARN"))
                .nodePoolManagementARN(text(roles, "nodePoolManagementARN"))
                .storageARN(text(roles, "storageARN"));
        return new AwsIdentities(
                text(output, "profileName"),
                text(output, "issuerURL"),
                arns.build(),
                text(output, "kmsKeyARN"),
                text(output, "kmsProviderRoleARN"));
    }

    private static String text(JsonObject object, String member) {
        return AwsSettings.textOf(object.text(member));
    }
}
