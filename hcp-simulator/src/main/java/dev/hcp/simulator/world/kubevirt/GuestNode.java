package dev.hcp.simulator.world.kubevirt;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.value.ReleaseVersion;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.world.Meta;
import dev.hcp.simulator.world.capi.CapiConditions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Node that a kubelet registers.
 *
 * @param instance the virtual machine it runs in
 * @param release OpenShift version of the operating system
 */
record GuestNode(JsonObject instance, String release, Instant now) {
    private static final String NOT_READY = "node.kubernetes.io/not-ready";
    private static final String UNREACHABLE = "node.kubernetes.io/unreachable";
    private static final String NO_NETWORK = "container runtime network not ready: NetworkReady=false"
            + " reason:NetworkPluginNotReady message:Network plugin returns error: No CNI configuration file in"
            + " /etc/kubernetes/cni/net.d/. Has your network provider started?";
    /** How far the minor versions of Kubernetes are ahead of OpenShift's. */
    private static final int KUBERNETES_AHEAD = 13;

    JsonObject build() {
        String name = Meta.name(instance);
        return JsonObject.of(
                "apiVersion",
                "v1",
                "kind",
                "Node",
                "metadata",
                JsonObject.of(
                        "name",
                        name,
                        "labels",
                        JsonObject.of(
                                "beta.kubernetes.io/arch", "amd64",
                                "beta.kubernetes.io/os", "linux",
                                "kubernetes.io/arch", "amd64",
                                "kubernetes.io/hostname", name,
                                "kubernetes.io/os", "linux",
                                "node-role.kubernetes.io/worker", "",
                                "node.openshift.io/os_id", "rhcos"),
                        "annotations",
                        JsonObject.of("volumes.kubernetes.io/controller-managed-attach-detach", "true")),
                "spec",
                JsonObject.of("taints", List.of(JsonObject.of("effect", "NoSchedule", "key", NOT_READY))));
    }

    JsonObject status() {
        String name = Meta.name(instance);
        String address = instance.array("status", "interfaces").isEmpty()
                ? ""
                : String.valueOf(
                        instance.array("status", "interfaces").object(0).text("ipAddress"));
        JsonObject resources = resources();
        return JsonObject.of(
                "addresses",
                        List.of(
                                JsonObject.of("type", "InternalIP", "address", address),
                                JsonObject.of("type", "Hostname", "address", name)),
                "allocatable", resources,
                "capacity", resources,
                "conditions", withReady(pressures(), "False", "KubeletNotReady", NO_NETWORK, now),
                "nodeInfo", nodeInfo());
    }

    private JsonObject nodeInfo() {
        JsonObject.Builder info = versions(release).toBuilder();
        return info.put("architecture", "amd64")
                .put("bootID", Meta.uid(instance))
                .put("machineID", Meta.uid(instance).replace("-", ""))
                .put("operatingSystem", "linux")
                .put("systemUUID", Meta.uid(instance))
                .build();
    }

    /** The part of {@code nodeInfo} that depends on the release. */
    static JsonObject versions(String release) {
        String kubernetes = kubernetes(release);
        return JsonObject.of(
                "containerRuntimeVersion",
                "cri-o://" + kubernetes,
                "kernelVersion",
                "5.14.0-427.el9.x86_64",
                "kubeProxyVersion",
                "v" + kubernetes,
                "kubeletVersion",
                "v" + kubernetes,
                "osImage",
                "Red Hat Enterprise Linux CoreOS " + release);
    }

    private static String kubernetes(String release) {
        ReleaseVersion version = ReleaseVersion.of(release);
        return version.isValid() ? "1." + (version.minor() + KUBERNETES_AHEAD) + "." + version.patch() : "0.0.0";
    }

    private JsonObject resources() {
        JsonObject domain = instance.object("spec", "domain");
        String memory = domain.text("memory", "guest");
        String asked = domain.text("resources", "requests", "memory");
        String processors = domain.text("resources", "requests", "cpu");
        return JsonObject.builder(4)
                .put("cpu", processors != null ? processors : String.valueOf(domain.integer(1, "cpu", "cores")))
                .put("ephemeral-storage", "33554432Ki")
                .putIfPresent("memory", memory != null ? memory : asked)
                .put("pods", "500")
                .build();
    }

    private JsonArray pressures() {
        String time = Meta.time(now);
        List<JsonObject> conditions = new ArrayList<>();
        for (String[] pressure : new String[][] {
            {"MemoryPressure", "KubeletHasSufficientMemory", "kubelet has sufficient memory available"},
            {"DiskPressure", "KubeletHasNoDiskPressure", "kubelet has no disk pressure"},
            {"PIDPressure", "KubeletHasSufficientPID", "kubelet has sufficient PID available"}
        }) {
            conditions.add(condition(pressure[0], "False", pressure[1], pressure[2], time, time));
        }
        return JsonArray.copyOf(conditions);
    }

    /** A node's conditions with Ready as given. */
    static JsonArray withReady(JsonArray conditions, String status, String reason, String message, Instant now) {
        List<@Nullable Object> result = new ArrayList<>(conditions);
        String time = Meta.time(now);
        JsonObject ready = condition("Ready", status, reason, message, time, time);
        for (int i = 0; i < result.size(); i++) {
            if (result.get(i) instanceof JsonObject known && "Ready".equals(known.text("type"))) {
                boolean same = status.equals(known.text("status"));
                result.set(i, same ? ready.with("lastTransitionTime", known.get("lastTransitionTime")) : ready);
                return JsonArray.copyOf(result);
            }
        }
        result.add(ready);
        return JsonArray.copyOf(result);
    }

    private static JsonObject condition(
            String type, String status, String reason, String message, String heartbeat, String transition) {
        return JsonObject.of(
                "lastHeartbeatTime", heartbeat,
                "lastTransitionTime", transition,
                "message", message,
                "reason", reason,
                "status", status,
                "type", type);
    }

    /** Gives a node the taints that its readiness asks for; those of others stay. */
    static void taint(Objects inGuest, JsonObject node, String ready, Instant now) {
        List<@Nullable Object> taints = new ArrayList<>(node.array("spec", "taints"));
        taints.removeIf(taint -> taint instanceof JsonObject object
                && (NOT_READY.equals(object.text("key")) || UNREACHABLE.equals(object.text("key"))));
        if (!ready.equals("True")) {
            JsonObject taint = JsonObject.of(
                    "key", ready.equals("Unknown") ? UNREACHABLE : NOT_READY, "timeAdded", Meta.time(now));
            taints.add(taint.with("effect", "NoSchedule"));
            taints.add(taint.with("effect", "NoExecute"));
        }
        inGuest.mergePatch(
                inGuest.resource("v1", "Node"),
                "",
                Meta.name(node),
                null,
                JsonObject.EMPTY.withAt(taints.isEmpty() ? null : JsonArray.copyOf(taints), "spec", "taints"),
                "node-lifecycle-controller");
    }

    /** Says how ready a node is; its taints follow. */
    static void setReady(Objects inGuest, JsonObject node, String status, String reason, String message, Instant now) {
        JsonObject patch = JsonObject.of(
                "status",
                JsonObject.of(
                        "conditions", withReady(node.array("status", "conditions"), status, reason, message, now)));
        boolean news = !status.equals(CapiConditions.find(node, "Ready").text("status"));
        inGuest.mergePatch(inGuest.resource("v1", "Node"), "", Meta.name(node), "status", patch, "kubelet");
        if (news) {
            taint(inGuest, node, status, now);
        }
    }
}
