package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Hashes;
import dev.hcp.api.names.SecretNames;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the API server encrypts Secrets in etcd: with the active key; with the backup key it can still read. */
final class SecretEncryption {
    private static final String KEY = "key";
    private static final String SOCKETS = "unix:///opt/";

    private SecretEncryption() {}

    /** The Secret with the API server's encryption configuration, where encryption is wanted. */
    static void reconcile(ControlPlaneObjects objects) {
        ControlPlane controlPlane = objects.controlPlane();
        JsonObject encryption = controlPlane.spec().object("secretEncryption");
        if (encryption.isEmpty()) {
            return;
        }
        String type = ControlPlane.text(encryption, "type");
        List<JsonObject> providers =
                switch (type) {
                    case "aescbc" -> keys(controlPlane, encryption.object("aescbc"));
                    case "kms" -> services(encryption.object("kms"));
                    default -> throw new HcpException("unrecognized secret encryption type: " + type);
                };
        objects.apply(
                Secret.class,
                SecretNames.KAS_SECRET_ENCRYPTION_CONFIG,
                () -> ControlPlaneObjects.secret(
                        controlPlane.metadata(SecretNames.KAS_SECRET_ENCRYPTION_CONFIG, Map.of()),
                        Map.of("config.yaml", Json.write(configuration(providers))),
                        ""));
    }

    /** A key for AES, encoded as it is in the Secret that holds it. */
    static Optional<String> key(ControlPlane controlPlane, String field) {
        String secret = ControlPlane.text(controlPlane.spec(), "secretEncryption", "aescbc", field, "name");
        return secret.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(controlPlane
                        .references()
                        .secrets()
                        .getOrDefault(secret, JsonObject.EMPTY)
                        .text(KEY));
    }

    private static List<JsonObject> keys(ControlPlane controlPlane, JsonObject aescbc) {
        if (ControlPlane.text(aescbc, "activeKey", "name").isEmpty()) {
            throw new HcpException("aescbc metadata not specified");
        }
        List<JsonObject> keys = new ArrayList<>();
        for (String field : List.of("activeKey", "backupKey")) {
            String secret = ControlPlane.text(aescbc, field, "name");
            if (!secret.isEmpty()) {
                String text = key(controlPlane, field)
                        .orElseThrow(() -> new HcpException("failed to get aescbc "
                                + (field.equals("activeKey") ? "active" : "backup") + " secret: secrets \"" + secret
                                + "\" with a field \"" + KEY + "\" not found"));
                keys.add(JsonObject.of("name", "key" + Hashes.simple(text), "secret", text));
            }
        }
        return List.of(JsonObject.of("aescbc", JsonObject.of("keys", JsonArray.copyOf(keys))));
    }

    private static List<JsonObject> services(JsonObject kms) {
        String provider = ControlPlane.text(kms, "provider");
        return switch (provider) {
            case "AWS" -> backed(kms.object("aws"), "awskms", "awskmsactive.sock", "awskmsbackup.sock");
            case "Azure" -> backed(kms.object("azure"), "azurekms", "azurekmsactive.socket", "azurekmsbackup.socket");
            case "IBMCloud" -> List.of(service("ibm", "keyprotectprovider.sock"));
            default -> throw new HcpException("unrecognized kms provider: " + provider);
        };
    }

    private static List<JsonObject> backed(JsonObject settings, String name, String active, String backup) {
        List<JsonObject> services = new ArrayList<>();
        services.add(service(name + "-active", active));
        if (!settings.object("backupKey").isEmpty()) {
            services.add(service(name + "-backup", backup));
        }
        return services;
    }

    private static JsonObject service(String name, String socket) {
        return JsonObject.of(
                "kms", JsonObject.of("apiVersion", "v2", "endpoint", SOCKETS + socket, "name", name, "timeout", "35s"));
    }

    private static JsonObject configuration(List<JsonObject> providers) {
        List<JsonObject> all = new ArrayList<>(providers);
        all.add(JsonObject.of("identity", JsonObject.EMPTY));
        return JsonObject.of(
                "apiVersion",
                "apiserver.config.k8s.io/v1",
                "kind",
                "EncryptionConfiguration",
                "resources",
                JsonArray.of(JsonObject.of(
                        "providers",
                        JsonArray.copyOf(all),
                        "resources",
                        JsonArray.of(
                                "secrets",
                                "configmaps",
                                "routes.route.openshift.io",
                                "oauthaccesstokens.oauth.openshift.io",
                                "oauthauthorizetokens.oauth.openshift.io"))));
    }
}
