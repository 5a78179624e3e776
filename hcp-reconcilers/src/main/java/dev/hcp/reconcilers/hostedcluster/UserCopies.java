package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Naming;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Pass;
import io.fabric8.kubernetes.api.model.Secret;

/** What comes back from the control plane to the cluster's own namespace: how its administrator gets in. */
final class UserCopies {
    private static final String KUBECONFIG = "kubeconfig";

    private final ClusterView cluster;
    private final Pass pass;

    UserCopies(ClusterView cluster, Pass pass) {
        this.cluster = cluster;
        this.pass = pass;
    }

    /**
     * Brings the copies in line with what the control plane reports.
     *
     * @throws HcpException when what it reports is not there
     */
    void reconcile(JsonObject controlPlaneStatus) {
        String kubeconfig = controlPlaneStatus.text("kubeConfig", "name");
        if (kubeconfig != null) {
            String key = controlPlaneStatus.text("kubeConfig", "key");
            copyKubeconfig(kubeconfig, key == null ? KUBECONFIG : key);
        }
        String password = controlPlaneStatus.text("kubeadminPassword", "name");
        ObjectKey copy = inOwnNamespace(Naming.kubeadminPasswordSecret(cluster.name()));
        if (password == null) {
            pass.delete(Secret.class, copy);
        } else {
            JsonObject source = controlPlaneSecret("kubeadmin password", password);
            pass.edit(Secret.class, copy, secret -> owned(secret).with("data", source.object("data")));
        }
    }

    private void copyKubeconfig(String name, String key) {
        JsonObject source = controlPlaneSecret(KUBECONFIG, name);
        Object value = UserObjects.value(
                source,
                key,
                "failed to reconcile hostedcluster kubeconfig secret: controlplane kubeconfig secret \""
                        + cluster.inControlPlane(name) + "\" must have a \"" + key + "\" key");
        JsonObject labels = cluster.object().object("metadata", "labels");
        pass.edit(Secret.class, inOwnNamespace(Naming.adminKubeconfigSecret(cluster.name())), secret -> {
            JsonObject copy = owned(secret).withAt(value, "data", KUBECONFIG);
            return labels.isEmpty() ? copy.withoutAt("metadata", "labels") : copy.withAt(labels, "metadata", "labels");
        });
    }

    private JsonObject controlPlaneSecret(String what, String name) {
        return pass.tree(Secret.class, cluster.controlPlaneNamespace(), name)
                .orElseThrow(() -> new HcpException("failed to get controlplane " + what + " secret \""
                        + cluster.inControlPlane(name) + "\": secrets \"" + name + "\" not found"));
    }

    private ObjectKey inOwnNamespace(String name) {
        return new ObjectKey(cluster.namespace(), name);
    }

    private JsonObject owned(JsonObject secret) {
        return ClusterSecrets.opaque(secret)
                .withAt(JsonArray.of(cluster.ownerReference()), "metadata", "ownerReferences");
    }
}
