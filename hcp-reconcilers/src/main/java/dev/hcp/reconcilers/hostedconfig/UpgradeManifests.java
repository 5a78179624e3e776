package dev.hcp.reconcilers.hostedconfig;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Pass;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;

/**
 * What upgrades the nodes of a pool in the hosted cluster: a namespace with the payload in a config map, and a machine config
 * daemon on each node that is being upgraded.
 */
final class UpgradeManifests {
    private static final String DAEMON = "machine-config-daemon";
    private static final String PAYLOAD = "/etc/machine-config-daemon-desired-config";

    private final Pass guest;
    private final String name;
    private String image = "";

    UpgradeManifests(Pass guest, String pool) {
        this.guest = guest;
        this.name = pool + "-upgrade";
    }

    /** The namespace they are in. */
    String namespace() {
        return name;
    }

    /** Whether an upgrade has begun and nobody has cleaned up after it. */
    boolean exist() {
        return guest.tree(Namespace.class, "", name)
                .filter(found -> found.at("metadata", "deletionTimestamp") == null)
                .isPresent();
    }

    void delete() {
        guest.delete(Namespace.class, new ObjectKey("", name));
        guest.delete(ClusterRoleBinding.class, new ObjectKey("", DAEMON + "-" + name));
    }

    /**
     * @param payload what the nodes shall become
     * @param hash its name
     * @param daemonImage image of the machine config daemon
     */
    void apply(String payload, String hash, String daemonImage) {
        image = daemonImage;
        JsonObject labels = JsonObject.of(
                "openshift.io/run-level",
                "0",
                "pod-security.kubernetes.io/audit",
                "privileged",
                "pod-security.kubernetes.io/enforce",
                "privileged",
                "pod-security.kubernetes.io/warn",
                "privileged",
                "security.openshift.io/scc.podSecurityLabelSync",
                "false");
        guest.apply(
                Namespace.class,
                Pass.blank(Namespace.class, new ObjectKey("", name)).withAt(labels, "metadata", "labels"));
        guest.apply(ServiceAccount.class, Pass.blank(ServiceAccount.class, new ObjectKey(name, DAEMON)));
        guest.apply(
                ClusterRoleBinding.class,
                Pass.blank(ClusterRoleBinding.class, new ObjectKey("", DAEMON + "-" + name))
                        .with(
                                "roleRef",
                                JsonObject.of(
                                        "apiGroup",
                                        "rbac.authorization.k8s.io",
                                        "kind",
                                        "ClusterRole",
                                        "name",
                                        "cluster-admin"))
                        .with(
                                "subjects",
                                JsonArray.of(
                                        JsonObject.of("kind", "ServiceAccount", "name", DAEMON, "namespace", name))));
        guest.apply(
                ConfigMap.class,
                Pass.blank(ConfigMap.class, new ObjectKey(name, name))
                        .with("data", JsonObject.of("config", payload, "hash", hash)));
    }

    /** A node that is at work has a daemon; others need none. */
    void follow(NodeUpgrade node) {
        ObjectKey key = new ObjectKey(name, DAEMON + "-" + node.name());
        if (node.isWorking()) {
            guest.createIfAbsent(Pod.class, pod(key, node.name()));
        } else {
            guest.delete(Pod.class, key);
        }
    }

    private JsonObject pod(ObjectKey key, String node) {
        JsonObject container = JsonObject.of(
                "args",
                JsonArray.of(
                        "start",
                        "--node-name=" + node,
                        "--root-mount=/rootfs",
                        "--kubeconfig=/var/lib/kubelet/kubeconfig",
                        "--desired-configmap=" + PAYLOAD),
                "command",
                JsonArray.of("/usr/bin/machine-config-daemon"),
                "image",
                image,
                "name",
                DAEMON,
                "securityContext",
                JsonObject.of("privileged", true, "runAsUser", 0),
                "volumeMounts",
                JsonArray.of(
                        JsonObject.of("mountPath", "/rootfs", "name", "rootfs"),
                        JsonObject.of("mountPath", PAYLOAD, "name", "desired-config")));
        return Pass.blank(Pod.class, key)
                .with(
                        "spec",
                        JsonObject.of(
                                "containers",
                                JsonArray.of(container),
                                "hostNetwork",
                                true,
                                "hostPID",
                                true,
                                "nodeName",
                                node,
                                "priorityClassName",
                                "system-node-critical",
                                "restartPolicy",
                                "OnFailure",
                                "serviceAccountName",
                                DAEMON,
                                "tolerations",
                                JsonArray.of(JsonObject.of("operator", "Exists")),
                                "volumes",
                                JsonArray.of(
                                        JsonObject.of("hostPath", JsonObject.of("path", "/"), "name", "rootfs"),
                                        JsonObject.of(
                                                "configMap", JsonObject.of("name", name), "name", "desired-config"))));
    }
}
