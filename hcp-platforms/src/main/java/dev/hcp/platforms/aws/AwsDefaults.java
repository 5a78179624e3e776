package dev.hcp.platforms.aws;

import dev.hcp.api.HcpException;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.aws.AwsPlatformSpec;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.ClusterDefaults;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is filled in to a HostedCluster on AWS. */
final class AwsDefaults {
    /** Roles of clusters that were written in the first version of the API name the Secret that has the role. */
    private static final String FROM_SECRET = "arn-from-secret::";

    private AwsDefaults() {}

    /** Roles that are named by Secrets, by their ARNs. */
    static ClusterDefaults roles(HostedCluster cluster, World world) {
        AwsPlatformSpec settings = AwsSettings.of(cluster);
        JsonObject patch = JsonObject.EMPTY;
        if (settings != null && settings.getRolesRef() != null) {
            JsonObject roles = Json.toTree(settings.getRolesRef());
            for (String field : roles.keySet()) {
                String arn = roles.text(field);
                if (arn != null && arn.startsWith(FROM_SECRET)) {
                    patch = patch.withAt(arn(cluster, arn, world), "spec", "platform", "aws", "rolesRef", field);
                }
            }
        }
        String keyManagement = AwsCredentials.keyManagementRole(cluster).orElse("");
        if (keyManagement.startsWith(FROM_SECRET)) {
            patch = patch.withAt(
                    arn(cluster, keyManagement, world), "spec", "secretEncryption", "kms", "aws", "auth", "awsKms");
        }
        return new ClusterDefaults(List.of(), patch);
    }

    private static String arn(HostedCluster cluster, String reference, World world) {
        String namespace = cluster.getMetadata().getNamespace();
        String name = reference.substring(FROM_SECRET.length());
        String problem = "failed to get ARN from secret " + name + "/" + namespace + ": ";
        JsonObject secret = world.tree(Secret.class, namespace, name)
                .orElseThrow(() -> new HcpException(
                        problem + "failed to get aws credentials: secrets \"" + name + "\" not found"));
        String credentials = secret.text("data", "credentials");
        String arn = credentials == null ? null : role(credentials);
        if (arn == null) {
            throw new HcpException(problem + "section \"default\" does not exist");
        }
        return arn;
    }

    /** {@code role_arn} of the section {@code default} of an ini file in base64; null without the section. */
    private static @Nullable String role(String encoded) {
        String ini = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        boolean inDefault = false;
        String role = null;
        for (String line : ini.split("\n", -1)) {
            String trimmed = line.trim();
            if (trimmed.startsWith("[")) {
                inDefault = trimmed.equals("[default]");
                role = inDefault && role == null ? "" : role;
            } else if (inDefault && trimmed.startsWith("role_arn")) {
                role = trimmed.substring(trimmed.indexOf('=') + 1).trim();
            }
        }
        return role;
    }

    /** The tag by which resources are the cluster's own, once it has an infra id. */
    static JsonObject tags(HostedCluster cluster) {
        AwsPlatformSpec settings = AwsSettings.of(cluster);
        String infraId = AwsSettings.infraId(cluster);
        if (settings == null || infraId.isEmpty()) {
            return JsonObject.EMPTY;
        }
        String key = AwsSettings.ownershipTag(infraId);
        JsonObject tag = JsonObject.of("key", key, "value", AwsSettings.OWNED);
        List<@Nullable Object> tags = new ArrayList<>();
        boolean found = false;
        for (Object item : Json.toTree(settings).array("resourceTags")) {
            boolean ours = !found && item instanceof JsonObject other && key.equals(other.text("key"));
            found |= ours;
            tags.add(ours ? tag : item);
        }
        if (!found) {
            tags.add(tag);
        }
        JsonArray wanted = JsonArray.copyOf(tags);
        return wanted.equals(Json.toTree(settings).array("resourceTags"))
                ? JsonObject.EMPTY
                : JsonObject.EMPTY.withAt(wanted, "spec", "platform", "aws", "resourceTags");
    }
}
