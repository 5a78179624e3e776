package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.SecretNames;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;
import java.util.Map;

/**
 * The client's certificate for an etcd that somebody else runs: it takes the place of the one for an etcd of our own, in
 * the Secret that still tells by which authority that would be signed.
 */
final class UnmanagedEtcd {
    private static final List<String> FIELDS = List.of("etcd-client.crt", "etcd-client.key", "etcd-client-ca.crt");

    private UnmanagedEtcd() {}

    static void reconcile(ControlPlaneObjects objects) {
        JsonObject etcd = objects.controlPlane().spec().object("etcd", "unmanaged");
        String name = ControlPlane.text(etcd, "tls", "clientSecret", "name");
        if (name.isEmpty() || ControlPlane.text(etcd, "endpoint").isEmpty()) {
            throw new HcpException("failed to reconcile unmanaged etcd: etcd metadata not specified for unmanaged"
                    + " deployment; set spec.etcd.unmanaged.endpoint and spec.etcd.unmanaged.tls.clientSecret");
        }
        JsonObject client = objects.tree(Secret.class, name)
                .orElseThrow(() -> new HcpException(
                        "failed to get etcd client cert " + name + ": secrets \"" + name + "\" not found"));
        for (String field : FIELDS) {
            if (client.at("data", field) == null) {
                throw new HcpException("etcd secret " + name + " does not have client "
                        + (field.endsWith(".key") ? "key" : "cert") + " " + field);
            }
        }
        if (!name.equals(SecretNames.ETCD_CLIENT_TLS)) {
            objects.apply(
                    Secret.class,
                    SecretNames.ETCD_CLIENT_TLS,
                    () -> JsonObject.of(
                            "apiVersion",
                            "v1",
                            "data",
                            client.object("data"),
                            "kind",
                            "Secret",
                            "metadata",
                            objects.controlPlane().metadata(SecretNames.ETCD_CLIENT_TLS, Map.of(), signedBy(objects)),
                            "type",
                            "Opaque"));
        }
    }

    private static Map<String, String> signedBy(ControlPlaneObjects objects) {
        return objects.tree(Secret.class, SecretNames.ETCD_SIGNER)
                .map(signer -> Pki.signedBy(ControlPlaneObjects.text(signer, "tls.crt")))
                .orElse(Map.of());
    }
}
