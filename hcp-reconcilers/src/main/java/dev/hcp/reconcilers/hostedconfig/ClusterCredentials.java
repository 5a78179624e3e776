package dev.hcp.reconcilers.hostedconfig;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.Hashes;
import dev.hcp.api.names.SecretNames;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.hostedcluster.ReferencedObjects;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Carries credentials and certificates from the control plane's namespace into the cluster. */
final class ClusterCredentials {
    static final String CONFIG = "openshift-config";
    static final String MANAGED_CONFIG = "openshift-config-managed";

    private static final String USER_CA_BUNDLE = "user-ca-bundle";
    private static final String CA_BUNDLE_KEY = "ca-bundle.crt";
    private static final ObjectKey KUBEADMIN = new ObjectKey("kube-system", "kubeadmin");
    /** On kubeadmin's hash: which password it is the hash of. */
    private static final String SOURCE = "hypershift.openshift.io/kubeadmin-password-source";

    /** The Deployment that users log in at. */
    static final String LOGIN = "oauth-openshift";

    private static final String SECRET_HASH = "hypershift.openshift.io/kubeadmin-secret-hash";

    private final HostedPass pass;

    ClusterCredentials(HostedPass pass) {
        this.pass = pass;
    }

    void reconcile() {
        pullSecret();
        bundle("root-ca", "ca.crt", "kube-apiserver-server-ca");
        bundle("kubelet-client-ca", "ca.crt", "kubelet-serving-ca");
        oauthServingCertificate();
        referenced();
        kubeadmin();
    }

    private Optional<JsonObject> source(Class<? extends HasMetadata> type, String name) {
        return pass.management().tree(type, pass.namespace(), name);
    }

    private void pullSecret() {
        Optional<JsonObject> source = source(Secret.class, SecretNames.PULL_SECRET);
        if (source.isEmpty()) {
            return;
        }
        boolean onlyExistence = pass.annotation(Annotations.ENSUREEXISTS_PULLSECRET_RECONCILE)
                .filter("true"::equals)
                .isPresent();
        for (String namespace : List.of(CONFIG, "openshift")) {
            JsonObject copy = HostedPass.object(Secret.class, namespace, SecretNames.PULL_SECRET)
                    .with("data", source.get().get("data"))
                    .with("type", "kubernetes.io/dockerconfigjson");
            if (onlyExistence) {
                pass.guest().createIfAbsent(Secret.class, copy);
            } else {
                pass.guest().apply(Secret.class, copy);
            }
        }
    }

    private void bundle(String sourceName, String sourceKey, String name) {
        source(ConfigMap.class, sourceName)
                .map(source -> source.text("data", sourceKey))
                .ifPresent(certificates -> managed(name, certificates));
    }

    private void managed(String name, String certificates) {
        pass.guest()
                .apply(
                        ConfigMap.class,
                        HostedPass.object(ConfigMap.class, MANAGED_CONFIG, name)
                                .with("data", JsonObject.of(CA_BUNDLE_KEY, certificates)));
    }

    private void oauthServingCertificate() {
        source(Secret.class, "oauth-server-crt")
                .map(source -> source.text("data", "tls.crt"))
                .ifPresent(encoded -> managed(
                        "oauth-serving-cert", new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8)));
    }

    /** Copies what the configuration refers to and the trust bundle; what it refers to no more goes. */
    private void referenced() {
        Set<String> configMaps = new TreeSet<>(ReferencedObjects.configMaps(pass.configuration()));
        if (pass.spec().at("additionalTrustBundle", "name") != null) {
            configMaps.add(USER_CA_BUNDLE);
        }
        copies(ConfigMap.class, configMaps);
        copies(Secret.class, ReferencedObjects.secrets(pass.configuration()));
    }

    private void copies(Class<? extends HasMetadata> type, Set<String> names) {
        String mark = pass.annotation(Annotations.CLUSTER).orElse(pass.namespace() + "/" + pass.name());
        for (String name : names) {
            source(type, name).ifPresent(source -> pass.guest().apply(type, copy(type, name, source, mark)));
        }
        for (JsonObject live : pass.guest().trees(type, CONFIG)) {
            ObjectKey key = ObjectKey.of(live);
            if (mark.equals(live.text("metadata", "annotations", Annotations.CLUSTER)) && !names.contains(key.name())) {
                pass.guest().delete(type, key);
            }
        }
    }

    private static JsonObject copy(Class<? extends HasMetadata> type, String name, JsonObject source, String mark) {
        JsonObject copy = HostedPass.object(type, CONFIG, name)
                .withAt(JsonObject.of(Annotations.CLUSTER, mark), "metadata", "annotations");
        for (String content : List.of("data", "binaryData", "type")) {
            copy = source.get(content) == null ? copy : copy.with(content, source.get(content));
        }
        return copy;
    }

    /** The administrator whose password the control plane made; gone as soon as there are other ways to log in. */
    private void kubeadmin() {
        Optional<JsonObject> password = source(Secret.class, SecretNames.KUBEADMIN_PASSWORD);
        String encoded = password.map(found -> found.text("data", "password")).orElse(null);
        if (encoded == null || pass.configuration().at("oauth") != null) {
            pass.guest().delete(Secret.class, KUBEADMIN);
            return;
        }
        String version = HostedPass.text(password.get(), "metadata", "uid") + "/"
                + HostedPass.text(password.get(), "metadata", "resourceVersion");
        Optional<JsonObject> live = pass.guest().tree(Secret.class, KUBEADMIN.namespace(), KUBEADMIN.name());
        if (live.filter(found -> version.equals(found.text("metadata", "annotations", SOURCE)))
                .isEmpty()) {
            String text = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            String hash = pass.guest().keyMaterial().passwordHash(pass.namespace() + "/kubeadmin/" + version, text);
            String data = Base64.getEncoder().encodeToString(hash.getBytes(StandardCharsets.UTF_8));
            pass.guest()
                    .apply(
                            Secret.class,
                            HostedPass.object(Secret.class, KUBEADMIN.namespace(), KUBEADMIN.name())
                                    .withAt(JsonObject.of(SOURCE, version), "metadata", "annotations")
                                    .with("data", JsonObject.of("kubeadmin", data)));
        }
        restartLogin();
    }

    /** What is looked at of the Deployment that users log in at. */
    static Object loginTemplate(JsonObject deployment) {
        return HostedPass.text(deployment, "spec", "template", "metadata", "annotations", SECRET_HASH);
    }

    /** The login server reads the hash when it starts. */
    private void restartLogin() {
        pass.guest()
                .tree(Secret.class, KUBEADMIN.namespace(), KUBEADMIN.name())
                .map(live -> Hashes.struct(live.object("data")))
                .ifPresent(hash -> pass.management()
                        .patch(
                                Deployment.class,
                                new ObjectKey(pass.namespace(), LOGIN),
                                JsonObject.of(
                                        "spec",
                                        JsonObject.of(
                                                "template",
                                                JsonObject.of(
                                                        "metadata",
                                                        JsonObject.of(
                                                                "annotations", JsonObject.of(SECRET_HASH, hash)))))));
    }
}
