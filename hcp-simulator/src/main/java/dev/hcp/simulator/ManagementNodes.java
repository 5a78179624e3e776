package dev.hcp.simulator;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import java.time.Instant;
import java.util.List;

/** The nodes of the management cluster, spread over its zones. */
final class ManagementNodes {
    private static final String MANAGER = "kubelet";

    private ManagementNodes() {}

    /** Creates ready nodes named {@code management-0}, {@code management-1} and so on. */
    static void create(Objects objects, int count, List<String> zones, String kubernetesVersion, Instant now) {
        ResourceType nodes = objects.resource("v1", "Node");
        for (int i = 0; i < count; i++) {
            String name = "management-" + i;
            JsonObject labels = JsonObject.of(
                    "kubernetes.io/arch",
                    "amd64",
                    "kubernetes.io/hostname",
                    name,
                    "kubernetes.io/os",
                    "linux",
                    "node-role.kubernetes.io/worker",
                    "",
                    "topology.kubernetes.io/region",
                    "simulated",
                    "topology.kubernetes.io/zone",
                    zones.get(i % zones.size()));
            JsonObject node = JsonObject.of(
                    "apiVersion", "v1", "kind", "Node", "metadata", JsonObject.of("name", name, "labels", labels));
            JsonObject created = objects.create(nodes, node, MANAGER);
            objects.update(nodes, "status", created.with("status", status(name, i, kubernetesVersion, now)), MANAGER);
            // They are ready by now: what keeps pods off new nodes has been taken away.
            objects.mergePatch(
                    nodes, "", name, null, JsonObject.EMPTY.withAt(null, "spec", "taints"), "kube-controller-manager");
        }
    }

    private static JsonObject status(String name, int number, String kubernetesVersion, Instant now) {
        JsonObject resources =
                JsonObject.of("cpu", "64", "memory", "256Gi", "pods", "500", "ephemeral-storage", "500Gi");
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
                        JsonObject.of("type", "InternalIP", "address", "192.168.0." + (10 + number)),
                        JsonObject.of("type", "Hostname", "address", name)),
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
