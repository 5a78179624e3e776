package dev.hcp.platforms.aws;

import dev.hcp.api.HcpException;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.aws.AwsPlatformSpec;
import dev.hcp.api.hypershift.aws.AwsRolesRef;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.SecretNames;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Secrets by which control plane components assume their roles in AWS, with the token of a service account. */
final class AwsCredentials {
    private AwsCredentials() {}

    /**
     * One Secret a role.
     *
     * @throws HcpException when the cluster names no role for one
     */
    static List<HasMetadata> secrets(HostedCluster cluster) {
        String namespace = AwsSettings.controlPlaneNamespace(cluster);
        List<HasMetadata> secrets = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        roles(cluster).forEach((name, arn) -> {
            if (arn.isEmpty()) {
                problems.add("ARN is not provided for cloud credential secret " + namespace + "/" + name);
            } else {
                secrets.add(secret(namespace, name, arn));
            }
        });
        if (!problems.isEmpty()) {
            throw new HcpException(problems.size() == 1 ? problems.get(0) : "[" + String.join(", ", problems) + "]");
        }
        return secrets;
    }

    private static Map<String, String> roles(HostedCluster cluster) {
        AwsPlatformSpec settings = AwsSettings.of(cluster);
        AwsRolesRef roles = settings == null ? null : settings.getRolesRef();
        Map<String, String> arns = new LinkedHashMap<>();
        arns.put(SecretNames.CLOUD_CONTROLLER_CREDS, arn(roles == null ? null : roles.getKubeCloudControllerARN()));
        arns.put(SecretNames.NODE_MANAGEMENT_CREDS, arn(roles == null ? null : roles.getNodePoolManagementARN()));
        arns.put(
                SecretNames.CONTROL_PLANE_OPERATOR_CREDS,
                arn(roles == null ? null : roles.getControlPlaneOperatorARN()));
        arns.put(SecretNames.CLOUD_NETWORK_CONFIG_CONTROLLER_CREDS, arn(roles == null ? null : roles.getNetworkARN()));
        arns.put(SecretNames.EBS_CLOUD_CREDENTIALS, arn(roles == null ? null : roles.getStorageARN()));
        keyManagementRole(cluster).ifPresent(arn -> arns.put(SecretNames.KMS_CREDS, arn));
        return arns;
    }

    private static String arn(@Nullable String arn) {
        return AwsSettings.textOf(arn);
    }

    /** The role that encrypts Secrets with a key of AWS, where the cluster does so. */
    static Optional<String> keyManagementRole(HostedCluster cluster) {
        return Optional.ofNullable(cluster.getSpec().getSecretEncryption())
                .map(encryption -> encryption.getKms())
                .map(kms -> kms.getAws())
                .map(aws -> aws.getAuth())
                .map(auth -> auth.getAwsKms())
                .filter(arn -> !arn.isEmpty());
    }

    private static Secret secret(String namespace, String name, String arn) {
        String credentials = "[default]\n"
                + "\trole_arn = " + arn + "\n"
                + "\tweb_identity_token_file = /var/run/secrets/openshift/serviceaccount/token\n"
                + "\tsts_regional_endpoints = regional\n";
        return Json.toType(
                JsonObject.of(
                        "apiVersion", "v1",
                        "kind", "Secret",
                        "metadata", JsonObject.of("name", name, "namespace", namespace),
                        "type", "Opaque",
                        "data",
                                JsonObject.of(
                                        "credentials",
                                        Base64.getEncoder()
                                                .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))),
                Secret.class);
    }
}
