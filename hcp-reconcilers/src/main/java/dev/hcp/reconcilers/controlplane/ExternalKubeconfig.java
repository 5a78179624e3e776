package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.SecretNames;

/**
 * Where the administrator's kubeconfig is kept.
 *
 * @param secret name of the Secret
 * @param key its key
 */
record ExternalKubeconfig(String secret, String key) {
    /** That of a control plane, which may name another. */
    static ExternalKubeconfig of(ControlPlane controlPlane) {
        JsonObject chosen = controlPlane.spec().object("kubeconfig");
        String name = ControlPlane.text(chosen, "name");
        String key = ControlPlane.text(chosen, "key");
        return new ExternalKubeconfig(
                name.isEmpty() ? SecretNames.ADMIN_KUBECONFIG : name, key.isEmpty() ? Kubeconfigs.KEY : key);
    }
}
