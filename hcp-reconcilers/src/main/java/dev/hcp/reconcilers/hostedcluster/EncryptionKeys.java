package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.Pass;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Optional;

/** The keys by which Secrets are encrypted in etcd. */
final class EncryptionKeys {
    private static final String KEY = "key";

    private final ClusterView cluster;
    private final UserObjects user;
    private final Pass pass;

    EncryptionKeys(ClusterView cluster, UserObjects user, Pass pass) {
        this.cluster = cluster;
        this.user = user;
        this.pass = pass;
    }

    /**
     * Copies them to the control plane.
     *
     * @return whether the specification says how to encrypt, or that nothing is encrypted. If not, trying again would not
     *     help and nothing that follows is done
     */
    boolean copy() {
        if (cluster.spec().get("secretEncryption") == null) {
            return true;
        }
        JsonObject encryption = cluster.spec().object("secretEncryption");
        return switch (String.valueOf(encryption.text("type"))) {
            case "aescbc" -> copyAescbc(encryption.object("aescbc"));
            // What a key management service is reached with is among the platform's credentials.
            case "kms" -> encryption.get("kms") != null;
            default -> false;
        };
    }

    private boolean copyAescbc(JsonObject keys) {
        Optional<String> active = name(keys, "activeKey");
        if (active.isEmpty() || !copy("active", active.get())) {
            return false;
        }
        Optional<String> backup = name(keys, "backupKey");
        return backup.isEmpty() || copy("backup", backup.get());
    }

    private static Optional<String> name(JsonObject keys, String role) {
        return Optional.ofNullable(keys.text(role, "name")).filter(name -> !name.isEmpty());
    }

    private boolean copy(String role, String name) {
        JsonObject source = user.secret("failed to get " + role + " aescbc secret " + name, name);
        Object value = source.at("data", KEY);
        if (value != null) {
            pass.edit(Secret.class, cluster.inControlPlane(name), copy -> ClusterSecrets.opaque(copy)
                    .withAt(value, "data", KEY));
        }
        return value != null;
    }
}
