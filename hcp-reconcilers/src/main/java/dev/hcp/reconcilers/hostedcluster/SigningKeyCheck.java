package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.HostedClusterChecks;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Whether a service account signing key of the user's can be used, and is the one that is in use. */
final class SigningKeyCheck {
    private static final String PREFIX = "invalid service account signing key: ";

    private SigningKeyCheck() {}

    static List<String> problems(ClusterView cluster, World world) {
        String name = cluster.text("serviceAccountSigningKey", "name");
        List<String> own = HostedClusterChecks.signingKey(cluster.object());
        if (name.isEmpty() || !own.isEmpty()) {
            return own;
        }
        Optional<JsonObject> secret = world.tree(Secret.class, cluster.namespace(), name);
        if (secret.isEmpty()) {
            return List.of(PREFIX + "failed to get hosted cluster service account signing key secret: secrets \"" + name
                    + "\" not found");
        }
        String key = secret.get().text("data", "key");
        if (key == null) {
            return List.of(
                    PREFIX + "cannot perform type check, service account signing key secret is missing key \"key\"");
        }
        Optional<String> inUse = world.tree(Secret.class, cluster.controlPlaneNamespace(), "sa-signing-key")
                .map(existing -> existing.text("data", "service-account.key"));
        if (inUse.isPresent()) {
            return inUse.get().equals(key)
                    ? List.of()
                    : List.of(PREFIX + "existing control plane service account signing key does not match private key");
        }
        try {
            PublicKeys.of(new String(Base64.getMimeDecoder().decode(key), StandardCharsets.UTF_8));
            return List.of();
        } catch (HcpException | IllegalArgumentException e) {
            return List.of(PREFIX + e.getMessage());
        }
    }
}
