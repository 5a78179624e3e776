package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.Pass;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;

/** The Secrets and ConfigMaps of the cluster's own namespace, which its specification names. */
final class UserObjects {
    private final ClusterView cluster;
    private final Pass pass;

    UserObjects(ClusterView cluster, Pass pass) {
        this.cluster = cluster;
        this.pass = pass;
    }

    /**
     * A Secret.
     *
     * @param task what it is wanted for, as the beginning of the message when there is none
     * @throws HcpException when there is none
     */
    JsonObject secret(String task, String name) {
        return pass.tree(Secret.class, cluster.namespace(), name)
                .orElseThrow(() -> new HcpException(task + ": secrets \"" + name + "\" not found"));
    }

    /**
     * A ConfigMap.
     *
     * @param task what it is wanted for, as the beginning of the message when there is none
     * @throws HcpException when there is none
     */
    JsonObject configMap(String task, String name) {
        return pass.tree(ConfigMap.class, cluster.namespace(), name)
                .orElseThrow(() -> new HcpException(task + ": configmaps \"" + name + "\" not found"));
    }

    /**
     * What an object has under a key.
     *
     * @param problem the message when there is nothing
     */
    static Object value(JsonObject object, String key, String problem) {
        Object value = object.at("data", key);
        if (value == null) {
            throw new HcpException(problem);
        }
        return value;
    }
}
