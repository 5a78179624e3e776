package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import java.util.List;
import java.util.function.Function;

/**
 * What the hashes in pod annotations are taken of, by which pods are replaced when their configuration changes; and the
 * names of those annotations that no other part knows.
 */
final class PodHashes {
    static final String SCHEDULER_CONFIG = "hypershift.openshift.io/scheduler-config-hash";
    static final String ROOT_CA = "hypershift.openshift.io/root-ca-hash";
    static final String AUTHENTICATION = "hypershift.openshift.io/auth-config-hash";
    static final String AUDIT = "hypershift.openshift.io/audit-config-hash";
    static final String AESCBC_KEY = "hypershift.openshift.io/aescbc-key-hash";
    static final String ADDITIONAL_CA = "hypershift.openshift.io/additional-ca-hash";

    private PodHashes() {}

    /** The texts of ConfigMaps. */
    static Function<ControlPlane, String> of(List<ControlPlaneConfigMaps.Entry> entries) {
        return controlPlane -> {
            StringBuilder all = new StringBuilder();
            entries.forEach(entry ->
                    all.append(Json.write(JsonObject.copyOf(entry.data().apply(controlPlane)))));
            return all.toString();
        };
    }

    /** The certificate of the authority that signs for the control plane's services. */
    static String rootAuthority(ControlPlane controlPlane) {
        return controlPlane.references().secret(Certificates.ROOT, "ca.crt").orElse("");
    }

    /** The keys with which Secrets are encrypted. */
    static String encryptionKeys(ControlPlane controlPlane) {
        return SecretEncryption.key(controlPlane, "activeKey").orElse("")
                + SecretEncryption.key(controlPlane, "backupKey").orElse("");
    }

    /** Authorities that the user wants to be trusted besides. */
    static String additionalAuthorities(ControlPlane controlPlane) {
        References references = controlPlane.references();
        StringBuilder all = new StringBuilder(references.configMap(References.USER_CA_BUNDLE, "ca-bundle.crt"));
        for (String owner : new String[] {"image", "proxy"}) {
            String field = owner.equals("image") ? "additionalTrustedCA" : "trustedCA";
            String name = ControlPlane.text(controlPlane.configuration(), owner, field, "name");
            JsonObject data = references.configMaps().getOrDefault(name, JsonObject.EMPTY);
            data.forEach((key, text) -> all.append(key).append('=').append(text));
        }
        return all.toString();
    }
}
