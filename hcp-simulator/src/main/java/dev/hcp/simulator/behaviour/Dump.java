package dev.hcp.simulator.behaviour;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.Map;
import java.util.Set;

/** Objects as recordings show them: some kinds only, Secrets without their values, workloads reduced to what matters. */
final class Dump {
    private static final Set<String> KINDS = Set.of(
            "Secret",
            "Service",
            "Route",
            "HostedCluster",
            "HostedControlPlane",
            "NodePool",
            "Deployment",
            "StatefulSet",
            "PodDisruptionBudget",
            "Cluster",
            "AgentCluster",
            "KubevirtCluster",
            "AWSCluster",
            "AWSEndpointService",
            "MachineDeployment",
            "MachineSet",
            "MachineHealthCheck",
            "KubevirtMachineTemplate",
            "AgentMachineTemplate",
            "AWSMachineTemplate",
            "Machine",
            "DataVolume");

    /** Numbers and flags that the API requires, and that a client in Go therefore writes although they are zero. */
    private static final Map<String, JsonObject> REQUIRED = Map.of(
            "PodDisruptionBudget",
            JsonObject.of(
                    "status",
                    JsonObject.of(
                            "currentHealthy", 0, "desiredHealthy", 0, "disruptionsAllowed", 0, "expectedPods", 0)),
            "Cluster",
            JsonObject.of(
                    "spec",
                    JsonObject.of("controlPlaneEndpoint", JsonObject.of("host", "", "port", 0)),
                    "status",
                    JsonObject.of("controlPlaneReady", false, "infrastructureReady", false)),
            "KubevirtCluster",
            JsonObject.of(
                    "spec",
                    JsonObject.of(
                            "controlPlaneEndpoint",
                            JsonObject.of("host", "", "port", 0),
                            "controlPlaneServiceTemplate",
                            JsonObject.of("metadata", JsonObject.of("creationTimestamp", null))),
                    "status",
                    JsonObject.of("ready", false)),
            "AWSCluster",
            JsonObject.of(
                    "spec",
                    JsonObject.of(
                            "bastion",
                            JsonObject.of("enabled", false),
                            "controlPlaneEndpoint",
                            JsonObject.of("host", "", "port", 0)),
                    "status",
                    JsonObject.of(
                            "networkStatus",
                            JsonObject.of(
                                    "apiServerElb",
                                    JsonObject.of("attributes", JsonObject.EMPTY),
                                    "secondaryAPIServerELB",
                                    JsonObject.of("attributes", JsonObject.EMPTY)),
                            "ready",
                            false)),
            "AgentCluster",
            JsonObject.of("spec", JsonObject.of("controlPlaneEndpoint", JsonObject.of("host", "", "port", 0))),
            "HostedControlPlane",
            JsonObject.of(
                    "status",
                    JsonObject.of(
                            "controlPlaneEndpoint",
                            JsonObject.of("host", "", "port", 0),
                            "initialized",
                            false,
                            "ready",
                            false)),
            "MachineDeployment",
            JsonObject.of(
                    "status",
                    JsonObject.of(
                            "availableReplicas",
                            0,
                            "readyReplicas",
                            0,
                            "replicas",
                            0,
                            "unavailableReplicas",
                            0,
                            "updatedReplicas",
                            0)),
            "MachineSet",
            JsonObject.of(
                    "status",
                    JsonObject.of(
                            "availableReplicas", 0, "fullyLabeledReplicas", 0, "readyReplicas", 0, "replicas", 0)),
            "MachineHealthCheck",
            JsonObject.of(
                    "status", JsonObject.of("currentHealthy", 0, "expectedMachines", 0, "remediationsAllowed", 0)),
            "Machine",
            JsonObject.of("status", JsonObject.of("bootstrapReady", false, "infrastructureReady", false)));

    private Dump() {}

    static boolean shows(String kind, String controller) {
        return KINDS.contains(kind) || (kind.equals("ConfigMap") && controller.equals("NodePool"));
    }

    static JsonObject of(JsonObject object) {
        String kind = String.valueOf(object.text("kind"));
        JsonObject full = withRequired(
                GoZeros.fill(kind, object.withoutAt("metadata", "managedFields")),
                REQUIRED.getOrDefault(kind, JsonObject.EMPTY));
        return switch (kind) {
            case "Secret" ->
                full.with("data", JsonArray.copyOf(full.object("data").keySet()));
            case "Deployment", "StatefulSet" -> workload(full);
            default -> full;
        };
    }

    private static JsonObject withRequired(JsonObject object, JsonObject required) {
        JsonObject result = object;
        for (int i = 0; i < required.size(); i++) {
            String key = required.keyAt(i);
            Object zero = required.valueAt(i);
            if (zero instanceof JsonObject child) {
                result = result.with(key, withRequired(result.object(key), child));
            } else if (!result.containsKey(key)) {
                result = result.with(key, zero);
            }
        }
        return result;
    }

    private static JsonObject workload(JsonObject workload) {
        JsonObject spec = workload.object("spec");
        JsonObject pod = spec.object("template", "spec");
        return JsonObject.of(
                "apiVersion",
                workload.get("apiVersion"),
                "kind",
                workload.get("kind"),
                "metadata",
                JsonObject.of(
                        "name", workload.at("metadata", "name"), "namespace", workload.at("metadata", "namespace")),
                "spec",
                JsonObject.builder(12)
                        .put("affinity", pod.get("affinity"))
                        .put("containers", containers(pod.array("containers")))
                        .put("initContainers", containers(pod.array("initContainers")))
                        .put("nodeSelector", pod.get("nodeSelector"))
                        .put("podLabels", spec.at("template", "metadata", "labels"))
                        .put("priorityClassName", pod.get("priorityClassName"))
                        .put("replicas", spec.get("replicas"))
                        .put("selector", spec.get("selector"))
                        .put("strategy", spec.get("strategy"))
                        .put("tolerations", pod.get("tolerations"))
                        .put("volumeClaimTemplates", spec.get("volumeClaimTemplates"))
                        .build());
    }

    private static JsonArray containers(JsonArray containers) {
        return JsonArray.copyOf(containers.stream()
                .map(item -> {
                    JsonObject container = item instanceof JsonObject object ? object : JsonObject.EMPTY;
                    JsonObject shown =
                            JsonObject.of("name", container.get("name"), "resources", container.object("resources"));
                    return container.containsKey("ports") ? shown.with("ports", container.get("ports")) : shown;
                })
                .toList());
    }
}
