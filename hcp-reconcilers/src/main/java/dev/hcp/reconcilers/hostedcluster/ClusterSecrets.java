package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.SecretNames;
import dev.hcp.platforms.KeyMaterial;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Pass;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Secrets and ConfigMaps that go from the cluster's namespace to its control plane. */
final class ClusterSecrets {
    /** Name of the control plane's copy of the additional trust bundle. */
    static final String TRUST_BUNDLE = "user-ca-bundle";

    private static final String PULL_SECRET_KEY = ".dockerconfigjson";
    private static final String SSH_KEY = "id_rsa.pub";
    private static final String TRUST_BUNDLE_KEY = "ca-bundle.crt";
    private static final String AUDIT_WEBHOOK_KEY = "webhook-kubeconfig";
    private static final String SIGNING_KEY = "key";
    private static final String PRIVATE_KEY = "service-account.key";

    private final ClusterView cluster;
    private final Pass pass;
    private final UserObjects user;

    ClusterSecrets(ClusterView cluster, Pass pass) {
        this.cluster = cluster;
        this.pass = pass;
        this.user = new UserObjects(cluster, pass);
    }

    /**
     * Copies everything the control plane needs from the user.
     *
     * @return whether to go on; if not, the specification asks for what cannot be
     * @throws HcpException when something is missing
     */
    boolean copyToControlPlane() {
        copyPullSecret(cluster.text("pullSecret", "name"));
        if (!new EncryptionKeys(cluster, user, pass).copy()) {
            return false;
        }
        copyAuditWebhook(cluster.text("auditWebhook", "name"));
        copySshKey(cluster.text("sshKey", "name"));
        if (cluster.spec().get("additionalTrustBundle") != null) {
            copyTrustBundle(cluster.text("additionalTrustBundle", "name"));
        }
        if (cluster.spec().get("serviceAccountSigningKey") != null) {
            copySigningKey(cluster.text("serviceAccountSigningKey", "name"));
        }
        if (cluster.text("etcd", "managementType").equals("Unmanaged")) {
            copyEtcdClient(cluster.text("etcd", "unmanaged", "tls", "clientSecret", "name"));
        }
        copyReferencedObjects();
        return true;
    }

    private void copyPullSecret(String name) {
        JsonObject source = user.secret("failed to get pull secret " + name, name);
        Object value = UserObjects.value(
                source,
                PULL_SECRET_KEY,
                "failed to reconcile pull secret: hostedcluster pull secret \"" + name
                        + "\" must have a .dockerconfigjson key");
        pass.edit(Secret.class, cluster.inControlPlane(SecretNames.PULL_SECRET), copy -> typed(
                        copy, "kubernetes.io/dockerconfigjson")
                .withAt(value, "data", PULL_SECRET_KEY));
    }

    private void copyAuditWebhook(String name) {
        if (name.isEmpty()) {
            return;
        }
        JsonObject source = user.secret("failed to get audit webhook config " + name, name);
        Object value = UserObjects.value(
                source, AUDIT_WEBHOOK_KEY, "audit webhook secret does not contain key " + AUDIT_WEBHOOK_KEY);
        copyOpaque(name, AUDIT_WEBHOOK_KEY, value);
    }

    private void copySshKey(String name) {
        if (name.isEmpty()) {
            return;
        }
        JsonObject source = user.secret("failed to get hostedcluster SSH key secret " + name, name);
        Object value = UserObjects.value(
                source,
                SSH_KEY,
                "failed to reconcile controlplane ssh secret: hostedcluster ssh key secret \"" + name
                        + "\" must have a id_rsa.pub key");
        copyOpaque(SecretNames.SSH_KEY, SSH_KEY, value);
    }

    private void copyTrustBundle(String name) {
        JsonObject source = user.configMap("failed to get hostedcluster AdditionalTrustBundle ConfigMap " + name, name);
        Object value = UserObjects.value(
                source,
                TRUST_BUNDLE_KEY,
                "failed to reconcile controlplane AdditionalTrustBundle: hostedcluster configmap \"" + name
                        + "\" must have a ca-bundle.crt key");
        pass.edit(
                ConfigMap.class,
                cluster.inControlPlane(TRUST_BUNDLE),
                copy -> copy.withAt(value, "data", TRUST_BUNDLE_KEY));
    }

    /** Written once: a signing key that changes would make every service account token invalid. */
    private void copySigningKey(String name) {
        String task = "failed to reconcile service account signing key: ";
        JsonObject source = user.secret(task + "failed to get service account signing key secret", name);
        Object value = UserObjects.value(
                source, SIGNING_KEY, task + "cannot find service account key \"key\" in secret " + name);
        ObjectKey target = cluster.inControlPlane(SecretNames.SA_SIGNING_KEY);
        boolean known = pass.tree(Secret.class, target.namespace(), target.name())
                .filter(copy -> copy.at("data", PRIVATE_KEY) != null)
                .isPresent();
        if (known) {
            return;
        }
        String publicKey;
        try {
            publicKey = PublicKeys.of(
                    new String(Base64.getDecoder().decode(String.valueOf(value)), StandardCharsets.UTF_8));
        } catch (HcpException | IllegalArgumentException e) {
            throw new HcpException(task + "cannot decode private key in secret " + name + ": " + e.getMessage(), e);
        }
        pass.edit(Secret.class, target, copy -> copy.withAt(value, "data", PRIVATE_KEY)
                .withAt(base64(publicKey), "data", "service-account.pub"));
    }

    private void copyEtcdClient(String name) {
        JsonObject source = user.secret("failed to get unmanaged etcd tls secret", name);
        pass.edit(
                Secret.class, cluster.inControlPlane(name), copy -> opaque(copy).with("data", source.object("data")));
    }

    /** What the configuration refers to is copied whole, marks and all. */
    private void copyReferencedObjects() {
        JsonObject configuration = cluster.spec().object("configuration");
        for (String name : ReferencedObjects.configMaps(configuration)) {
            mirror(ConfigMap.class, user.configMap(referenced("configmap", name), name));
        }
        for (String name : ReferencedObjects.secrets(configuration)) {
            mirror(Secret.class, user.secret(referenced("secret", name), name));
        }
    }

    private String referenced(String kind, String name) {
        return "failed to get referenced " + kind + " " + cluster.namespace() + "/" + name;
    }

    private void mirror(Class<? extends HasMetadata> type, JsonObject source) {
        pass.edit(type, cluster.inControlPlane(ObjectKey.of(source).name()), copy -> {
            JsonObject metadata = take(source.object("metadata"), copy.object("metadata"), "annotations", "labels");
            JsonObject mirrored = take(source, copy, "data", "binaryData", "immutable");
            Object kind = source.get("type");
            return (kind == null ? mirrored : typed(mirrored, kind)).with("metadata", metadata);
        });
    }

    private static JsonObject take(JsonObject source, JsonObject target, String... fields) {
        JsonObject result = target;
        for (String field : fields) {
            Object value = source.get(field);
            result = value == null ? result.without(field) : result.with(field, value);
        }
        return result;
    }

    private void copyOpaque(String name, String key, Object value) {
        pass.edit(
                Secret.class, cluster.inControlPlane(name), copy -> opaque(copy).withAt(value, "data", key));
    }

    /** A Secret of the default type. */
    static JsonObject opaque(JsonObject secret) {
        return typed(secret, "Opaque");
    }

    /** The type of a Secret that exists cannot be changed. */
    private static JsonObject typed(JsonObject secret, Object type) {
        return secret.containsKey("type") ? secret : secret.with("type", type);
    }

    /** The certificate that Cluster API's webhooks are served with. */
    void webhookCertificate() {
        ObjectKey key = cluster.inControlPlane(SecretNames.CAPI_WEBHOOKS_TLS);
        if (pass.tree(Secret.class, key.namespace(), key.name()).isPresent()) {
            return;
        }
        KeyMaterial.KeyPair pair = pass.keyMaterial().authority(key.toString(), "capi-webhooks", pass.now());
        pass.edit(
                Secret.class,
                key,
                copy -> copy.with(
                        "data",
                        JsonObject.of("tls.crt", base64(pair.certificate()), "tls.key", base64(pair.privateKey()))));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
