package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.KeyMaterial;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Pass;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Secrets and ConfigMaps that go from the cluster's namespace to its control plane, and what comes back. */
final class ClusterSecrets {
    private final ClusterView cluster;
    private final Pass pass;

    ClusterSecrets(ClusterView cluster, Pass pass) {
        this.cluster = cluster;
        this.pass = pass;
    }

    /** Everything the control plane needs from the user. */
    void copyToControlPlane() {
        copyKeys(
                cluster.text("pullSecret", "name"),
                "pull-secret",
                "kubernetes.io/dockerconfigjson",
                ".dockerconfigjson");
        copyEncryptionKeys();
        copyNamed(cluster.text("auditWebhook", "name"), "webhook-kubeconfig");
        if (!cluster.text("sshKey", "name").isEmpty()) {
            copyKeys(cluster.text("sshKey", "name"), "ssh-key", "Opaque", "id_rsa.pub");
        }
        copyTrustBundle();
        JsonObject configuration = cluster.spec().object("configuration");
        ReferencedObjects.configMaps(configuration).forEach(this::copyConfigMap);
        ReferencedObjects.secrets(configuration).forEach(this::copyWhole);
        if (cluster.text("etcd", "managementType").equals("Unmanaged")) {
            copyWhole(cluster.text("etcd", "unmanaged", "tls", "clientSecret", "name"));
        }
        copySigningKey();
    }

    private void copyEncryptionKeys() {
        JsonObject aescbc = cluster.spec().object("secretEncryption", "aescbc");
        copyNamed(aescbc.text("activeKey", "name"), "key");
        copyNamed(aescbc.text("backupKey", "name"), "key");
    }

    private void copyNamed(@Nullable String name, String key) {
        if (name != null && !name.isEmpty()) {
            copyKeys(name, name, "Opaque", key);
        }
    }

    private JsonObject secret(String name) {
        Optional<JsonObject> found = pass.tree(Secret.class, cluster.namespace(), name);
        if (found.isEmpty()) {
            throw new HcpException("secrets \"" + name + "\" not found");
        }
        return found.get();
    }

    private void copyKeys(String from, String to, String type, String key) {
        JsonObject source = secret(from);
        Object value = source.at("data", key);
        if (value == null) {
            throw new HcpException("secret " + from + " must have a " + key + " key");
        }
        pass.apply(
                Secret.class,
                JsonObject.of(
                        "apiVersion",
                        "v1",
                        "data",
                        JsonObject.of(key, value),
                        "kind",
                        "Secret",
                        "metadata",
                        cluster.plainMetadata(to),
                        "type",
                        type));
    }

    private void copyWhole(String name) {
        if (name.isEmpty()) {
            return;
        }
        JsonObject source = secret(name);
        pass.apply(
                Secret.class,
                JsonObject.of(
                        "apiVersion",
                        "v1",
                        "data",
                        source.object("data"),
                        "kind",
                        "Secret",
                        "metadata",
                        cluster.metadata(name),
                        "type",
                        source.get("type") == null ? "Opaque" : source.get("type")));
    }

    private void copyTrustBundle() {
        String name = cluster.text("additionalTrustBundle", "name");
        if (!name.isEmpty()) {
            JsonObject source = configMap(name);
            pass.apply(
                    ConfigMap.class,
                    configMap(
                            cluster.plainMetadata("user-ca-bundle"),
                            JsonObject.of("ca-bundle.crt", source.at("data", "ca-bundle.crt"))));
        }
    }

    private void copyConfigMap(String name) {
        JsonObject source = configMap(name);
        JsonObject metadata = cluster.metadata(name);
        for (String field : List.of("labels", "annotations")) {
            JsonObject.Builder merged = metadata.object(field).toBuilder();
            source.object("metadata", field).forEach(merged::put);
            JsonObject all = merged.build();
            if (!all.isEmpty()) {
                metadata = metadata.with(field, all);
            }
        }
        pass.apply(ConfigMap.class, configMap(metadata, source.object("data")));
    }

    private JsonObject configMap(String name) {
        Optional<JsonObject> found = pass.tree(ConfigMap.class, cluster.namespace(), name);
        if (found.isEmpty()) {
            throw new HcpException("configmaps \"" + name + "\" not found");
        }
        return found.get();
    }

    private static JsonObject configMap(JsonObject metadata, JsonObject data) {
        return JsonObject.of("apiVersion", "v1", "data", data, "kind", "ConfigMap", "metadata", metadata);
    }

    /** Written once: a signing key that changes would make every service account token invalid. */
    private void copySigningKey() {
        String name = cluster.text("serviceAccountSigningKey", "name");
        ObjectKey target = cluster.inControlPlane("sa-signing-key");
        if (name.isEmpty()
                || pass.tree(Secret.class, target.namespace(), target.name()).isPresent()) {
            return;
        }
        String pem = new String(
                Base64.getDecoder().decode(String.valueOf(secret(name).at("data", "key"))), StandardCharsets.UTF_8);
        pass.createIfAbsent(
                Secret.class,
                JsonObject.of(
                        "apiVersion",
                        "v1",
                        "data",
                        JsonObject.of(
                                "service-account.key", base64(pem), "service-account.pub", base64(PublicKeys.of(pem))),
                        "kind",
                        "Secret",
                        "metadata",
                        cluster.plainMetadata(target.name()),
                        "type",
                        "Opaque"));
    }

    /** The certificate that Cluster API's webhooks are served with. */
    void webhookCertificate() {
        ObjectKey key = cluster.inControlPlane("capi-webhooks-tls");
        if (pass.tree(Secret.class, key.namespace(), key.name()).isPresent()) {
            return;
        }
        KeyMaterial.KeyPair pair = pass.keyMaterial().authority(key.toString(), "capi-webhooks", pass.now());
        pass.createIfAbsent(
                Secret.class,
                JsonObject.of(
                        "apiVersion",
                        "v1",
                        "data",
                        JsonObject.of("tls.crt", base64(pair.certificate()), "tls.key", base64(pair.privateKey())),
                        "kind",
                        "Secret",
                        "metadata",
                        cluster.plainMetadata(key.name())));
    }

    /** The administrator's kubeconfig and password, for the cluster's own namespace. */
    void copyToUser(JsonObject controlPlaneStatus) {
        String kubeconfig = controlPlaneStatus.text("kubeConfig", "name");
        if (kubeconfig != null) {
            copyBack(kubeconfig, cluster.name() + "-admin-kubeconfig");
        }
        String password = controlPlaneStatus.text("kubeadminPassword", "name");
        if (password != null) {
            copyBack(password, cluster.name() + "-kubeadmin-password");
        } else {
            pass.delete(Secret.class, new ObjectKey(cluster.namespace(), cluster.name() + "-kubeadmin-password"));
        }
    }

    private void copyBack(String from, String to) {
        Optional<JsonObject> source = pass.tree(Secret.class, cluster.controlPlaneNamespace(), from);
        if (source.isEmpty()) {
            throw new HcpException(
                    "failed to get secret " + cluster.inControlPlane(from) + ": secrets \"" + from + "\" not found");
        }
        JsonObject.Builder metadata = JsonObject.builder(4)
                .put("name", to)
                .put("namespace", cluster.namespace())
                .put("ownerReferences", JsonArray.of(cluster.ownerReference()));
        if (!cluster.labels().isEmpty()) {
            metadata.put("labels", JsonObject.copyOf(cluster.labels()));
        }
        pass.apply(
                Secret.class,
                JsonObject.of(
                        "apiVersion",
                        "v1",
                        "data",
                        source.get().object("data"),
                        "kind",
                        "Secret",
                        "metadata",
                        metadata.build(),
                        "type",
                        "Opaque"));
    }

    /** Secrets that the command line made for this cluster go when it goes. */
    void adopt() {
        for (String name : List.of(
                cluster.text("pullSecret", "name"),
                cluster.text("sshKey", "name"),
                cluster.text("secretEncryption", "aescbc", "activeKey", "name"))) {
            Optional<JsonObject> secret =
                    name.isEmpty() ? Optional.empty() : pass.tree(Secret.class, cluster.namespace(), name);
            secret.filter(this::madeForThisCluster).ifPresent(this::own);
        }
    }

    private boolean madeForThisCluster(JsonObject secret) {
        JsonObject labels = secret.object("metadata", "labels");
        return "true".equals(labels.text(ClusterView.PREFIX + "safe-to-delete-with-cluster"))
                && cluster.infraId().equals(labels.text(ClusterView.PREFIX + "auto-created-for-infra"));
    }

    private void own(JsonObject secret) {
        JsonArray owners = secret.array("metadata", "ownerReferences");
        for (Object owner : owners) {
            if (owner instanceof JsonObject reference
                    && "HostedCluster".equals(reference.text("kind"))
                    && cluster.name().equals(reference.text("name"))) {
                return;
            }
        }
        List<@Nullable Object> all = new ArrayList<>(owners);
        all.add(cluster.ownerReference());
        pass.patch(
                Secret.class,
                ObjectKey.of(secret),
                JsonObject.of("metadata", JsonObject.of("ownerReferences", JsonArray.copyOf(all))));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
