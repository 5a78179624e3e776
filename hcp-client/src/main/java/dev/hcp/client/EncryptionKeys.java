package dev.hcp.client;

import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Base64;

/** Changes the key with which Secrets are encrypted in etcd. */
final class EncryptionKeys {
    private static final int BYTES = 32;
    private static final String KEY = "key";

    private EncryptionKeys() {}

    static void check(KubernetesClient kubernetes, HostedClusterResource cluster, String secret) {
        String action = "encrypt Secrets of " + cluster + " with " + secret;
        Secret found = Failures.explain(action, () -> kubernetes
                .secrets()
                .inNamespace(cluster.namespace())
                .withName(secret)
                .get());
        String key = found == null || found.getData() == null
                ? null
                : found.getData().get(KEY);
        if (key == null) {
            throw Refusal.of(
                    action,
                    "there is no Secret " + cluster.namespace() + "/" + secret + " with a key '" + KEY
                            + "'; create it with 32 random bytes first");
        }
        int length = Base64.getDecoder().decode(key).length;
        if (length != BYTES) {
            throw Refusal.of(action, "the key '" + KEY + "' of the Secret must have 32 bytes, not " + length);
        }
    }

    /**
     * The former key becomes the backup; asking for the key that is in use changes nothing.
     *
     * @throws InvalidOptionsException when it is not such a key that encrypts
     */
    static JsonObject patch(JsonObject cluster, String secret) {
        if ("kms".equals(cluster.text("spec", "secretEncryption", "type"))) {
            throw Refusal.of(
                    "encrypt Secrets with " + secret,
                    "the cluster has them encrypted by a key service, spec.secretEncryption.kms; change the key there");
        }
        String former = cluster.text("spec", "secretEncryption", "aescbc", "activeKey", "name");
        JsonObject keys = JsonObject.of("activeKey", JsonObject.of("name", secret));
        if (former != null && !former.equals(secret)) {
            keys = keys.with("backupKey", JsonObject.of("name", former));
        }
        return JsonObject.of(
                "spec", JsonObject.of("secretEncryption", JsonObject.of("aescbc", keys, "type", "aescbc")));
    }
}
