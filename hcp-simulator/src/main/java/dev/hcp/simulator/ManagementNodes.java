package dev.hcp.simulator;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The nodes of the management cluster, spread over its zones. */
final class ManagementNodes {
    private static final String MANAGER = "kubelet";

    private ManagementNodes() {}

    /** Nodes named {@code management-0}, {@code management-1} and so on, in the zones by turns. */
    static List<ManagementNode> spread(int count, List<String> zones) {
        List<ManagementNode> nodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            nodes.add(ManagementNode.named("management-" + i).inZone(zones.get(i % zones.size())));
        }
        return nodes;
    }

    /** Creates nodes that are ready. */
    static void create(Objects objects, List<ManagementNode> wanted, String kubernetesVersion, Instant now) {
        ResourceType nodes = objects.resource("v1", "Node");
        int number = 0;
        for (ManagementNode each : wanted) {
            JsonObject node = JsonObject.of(
                    "apiVersion",
                    "v1",
                    "kind",
                    "Node",
                    "metadata",
                    JsonObject.of("name", each.name(), "labels", labels(each)));
            JsonObject created = objects.create(nodes, node, MANAGER);
            JsonObject status = status(each, number++, kubernetesVersion, now);
            objects.update(nodes, "status", created.with("status", status), MANAGER);
            // They are ready by now: what keeps pods off new nodes has been taken away.
            JsonObject taints = JsonObject.EMPTY.withAt(taints(each), "spec", "taints");
            objects.mergePatch(nodes, "", each.name(), null, taints, "kube-controller-manager");
        }
    }

    private static JsonObject labels(ManagementNode node) {
        JsonObject.Builder labels = JsonObject.builder(8)
                .put("kubernetes.io/arch", "amd64")
                .put("kubernetes.io/hostname", node.name())
                .put("kubernetes.io/os", "linux")
                .put("node-role.kubernetes.io/worker", "")
                .put("topology.kubernetes.io/region", "simulated")
                .put("topology.kubernetes.io/zone", node.zone());
        node.labels().forEach(labels::put);
        return labels.build();
    }

    private static @Nullable JsonArray taints(ManagementNode node) {
        if (node.taints().isEmpty()) {
            return null;
        }
        List<JsonObject> taints = new ArrayList<>();
        for (String text : node.taints()) {
            String subject = text.substring(0, text.lastIndexOf(':'));
            int equals = subject.indexOf('=');
            JsonObject taint = JsonObject.of(
                    "effect",
                    text.substring(text.lastIndexOf(':') + 1),
                    "key",
                    equals < 0 ? subject : subject.substring(0, equals));
            taints.add(equals < 0 ? taint : taint.with("value", subject.substring(equals + 1)));
        }
        return JsonArray.copyOf(taints);
    }

    private static JsonObject status(ManagementNode node, int number, String kubernetesVersion, Instant now) {
        JsonObject resources = JsonObject.of(
                "cpu",
                node.cpu(),
                "ephemeral-storage",
                "500Gi",
                "memory",
                node.memory(),
                "pods",
                String.valueOf(node.pods()));
        JsonObject ready = JsonObject.of(
                "type",
                "Ready",
                "status",
                "True",
                "reason",
                "KubeletReady",
                "message",
                "kubelet is posting ready status",
                "lastHeartbeatTime",
                now.toString(),
                "lastTransitionTime",
                now.toString());
        return JsonObject.of(
                "addresses",
                JsonArray.of(
                        JsonObject.of(
                                "type",
                                "InternalIP",
                                "address",
                                "192.168." + (number / 200) + "." + (10 + number % 200)),
                        JsonObject.of("type", "Hostname", "address", node.name())),
                "allocatable",
                resources,
                "capacity",
                resources,
                "conditions",
                JsonArray.of(ready),
                "nodeInfo",
                JsonObject.of(
                        "architecture",
                        "amd64",
                        "bootID",
                        "",
                        "containerRuntimeVersion",
                        "cri-o://1.30.6",
                        "kernelVersion",
                        "5.14.0-427.50.1.el9_4.x86_64",
                        "kubeProxyVersion",
                        "v" + kubernetesVersion,
                        "kubeletVersion",
                        "v" + kubernetesVersion,
                        "machineID",
                        "",
                        "operatingSystem",
                        "linux",
                        "osImage",
                        "Red Hat Enterprise Linux CoreOS",
                        "systemUUID",
                        ""));
    }
}
