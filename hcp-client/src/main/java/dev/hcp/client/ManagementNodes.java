package dev.hcp.client;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Labels;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;

/**
 * The nodes of the management cluster that control planes run on (documentation 2.5.1, "Labeling management cluster
 * nodes"). Thread-safe.
 */
public final class ManagementNodes {
    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final String INFRASTRUCTURE = "node-role.kubernetes.io/infra";
    private static final String NO_SCHEDULE = "NoSchedule";

    private final KubernetesClient kubernetes;

    ManagementNodes(KubernetesClient kubernetes) {
        this.kubernetes = kubernetes;
    }

    /** Gives nodes to control planes alone: label and taint {@code hypershift.openshift.io/control-plane=true}. */
    public void dedicateToControlPlanes(String... nodes) {
        dedicate(Labels.CONTROL_PLANE, "true", nodes);
    }

    /** Gives nodes to the control plane of one cluster: label and taint {@code hypershift.openshift.io/cluster}. */
    public void dedicateTo(HostedClusterResource cluster, String... nodes) {
        dedicate(Labels.CLUSTER, cluster.controlPlaneNamespace(), nodes);
    }

    /** Puts nodes into a zone, over which highly available control planes are spread. */
    public void zone(String zone, String... nodes) {
        label(ZONE, zone, nodes);
    }

    /** Says that nodes run infrastructure, which does not count against subscriptions. */
    public void infrastructure(String... nodes) {
        label(INFRASTRUCTURE, "", nodes);
    }

    private void label(String key, String value, String... nodes) {
        List<String> done = new ArrayList<>();
        for (String node : nodes) {
            Patches.merge(
                    kubernetes,
                    subject(node),
                    "label node " + node,
                    done,
                    JsonObject.of("metadata", JsonObject.of("labels", JsonObject.of(key, value))));
            done.add("label of node " + node);
        }
    }

    private void dedicate(String key, String value, String... nodes) {
        List<String> done = new ArrayList<>();
        for (String node : nodes) {
            Patches.change(kubernetes, subject(node), "dedicate node " + node, done, now -> {
                List<Object> taints = now.array("spec", "taints").stream()
                        .filter(taint -> !(taint instanceof JsonObject one && key.equals(one.text("key"))))
                        .map(Object.class::cast)
                        .toList();
                JsonArray all =
                        JsonArray.copyOf(taints).plus(JsonObject.of("effect", NO_SCHEDULE, "key", key, "value", value));
                return JsonObject.of(
                        "metadata",
                        JsonObject.of("labels", JsonObject.of(key, value)),
                        "spec",
                        JsonObject.of("taints", all));
            });
            done.add("label and taint of node " + node);
        }
    }

    private static Waits.Subject<Node> subject(String node) {
        return new Waits.Subject<>(Node.class, "", node);
    }
}
