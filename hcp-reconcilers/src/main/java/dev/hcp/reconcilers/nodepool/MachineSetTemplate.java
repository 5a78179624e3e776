package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.hypershift.NodePoolAutoScaling;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.ConditionReasons;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.api.names.Labels;
import dev.hcp.reconcilers.Conditions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a pool's MachineDeployment and MachineSet have in common. */
final class MachineSetTemplate {
    private static final String MINIMUM = "cluster.x-k8s.io/cluster-api-autoscaler-node-group-min-size";
    private static final String MAXIMUM = "cluster.x-k8s.io/cluster-api-autoscaler-node-group-max-size";

    private final PoolState state;
    private final TemplateObject machineTemplate;
    private final PoolState.Target target;
    private final JsonObject live;

    /** @param live the object as it is; empty when there is none yet */
    MachineSetTemplate(
            PoolState state, TemplateObject machineTemplate, PoolState.Target target, Optional<JsonObject> live) {
        this.state = state;
        this.machineTemplate = machineTemplate;
        this.target = target;
        this.live = live.orElse(JsonObject.EMPTY);
    }

    private String userDataName() {
        return PayloadSecrets.userDataKey(state, target.payloadHash()).name();
    }

    /** Whether the machines shall get other user data than those made so far: another version or configuration. */
    boolean newUserData() {
        return !userDataName().equals(live.text("spec", "template", "spec", "bootstrap", "dataSecretName"));
    }

    /** Whether the machines shall be made from another template. */
    boolean newMachineTemplate() {
        return !machineTemplate.name().equals(live.text("spec", "template", "spec", "infrastructureRef", "name"));
    }

    /** The labels that select the machines. */
    JsonObject selector() {
        return JsonObject.of(state.selectorName(), state.selectorName(), Labels.CLUSTER_NAME, state.infraId());
    }

    /** {@code spec.template}. */
    JsonObject machines(Map<String, String> labels, Map<String, String> annotations) {
        Map<String, Object> allLabels = new TreeMap<>(labels);
        allLabels.putAll(JsonObject.copyOf(
                Map.of(state.selectorName(), state.selectorName(), Labels.CLUSTER_NAME, state.infraId())));
        Map<String, String> allAnnotations = new TreeMap<>(annotations);
        allAnnotations.put(Annotations.NODE_POOL, state.key.toString());
        JsonObject.Builder spec = JsonObject.builder(6)
                .put("clusterName", state.infraId())
                .put("bootstrap", JsonObject.of("dataSecretName", userDataName()))
                .put("infrastructureRef", machineTemplate.reference())
                .put("version", newUserData() ? target.version() : live.at("spec", "template", "spec", "version"));
        if (state.spec.getNodeDrainTimeout() != null) {
            spec.put("nodeDrainTimeout", state.spec.getNodeDrainTimeout().text());
        }
        if (state.spec.getNodeVolumeDetachTimeout() != null) {
            spec.put(
                    "nodeVolumeDetachTimeout",
                    state.spec.getNodeVolumeDetachTimeout().text());
        }
        return JsonObject.of(
                "metadata", JsonObject.of("labels", allLabels, "annotations", allAnnotations), "spec", spec.build());
    }

    /** Metadata of the object, named as the pool. */
    JsonObject metadata(Map<String, String> annotations) {
        NodePoolAutoScaling scaling = state.spec.getAutoScaling();
        Map<String, String> all = new TreeMap<>(annotations);
        all.put(Annotations.NODE_POOL, state.key.toString());
        all.put(MINIMUM, scaling == null ? "0" : String.valueOf(minimum(scaling)));
        all.put(MAXIMUM, scaling == null ? "0" : String.valueOf(maximum(scaling)));
        return JsonObject.of(
                "name",
                state.key.name(),
                "namespace",
                state.controlPlaneNamespace,
                "labels",
                JsonObject.of(Labels.CLUSTER_NAME, state.infraId()),
                "annotations",
                all);
    }

    /** Replicas: the pool's, or with autoscaling what the autoscaler left, within the limits. */
    long replicas() {
        NodePoolAutoScaling scaling = state.spec.getAutoScaling();
        if (scaling == null) {
            Integer replicas = state.spec.getReplicas();
            return replicas == null ? 0 : replicas;
        }
        long current = live.integer(0, "spec", "replicas");
        return Math.min(Math.max(current, minimum(scaling)), Math.max(minimum(scaling), maximum(scaling)));
    }

    private static int minimum(NodePoolAutoScaling scaling) {
        return scaling.getMin() == null ? 0 : scaling.getMin();
    }

    private static int maximum(NodePoolAutoScaling scaling) {
        return scaling.getMax() == null ? 0 : scaling.getMax();
    }

    /** Takes available replicas and condition Ready over to the pool. */
    void bubbleUp() {
        state.replicas(live.integer(0, "status", "availableReplicas"));
        for (Object item : live.array("status", "conditions")) {
            if (item instanceof JsonObject condition && "Ready".equals(condition.text("type"))) {
                String status = condition.text("status");
                String reason = condition.text("reason");
                String message = condition.text("message");
                state.conditions.set(
                        ConditionTypes.READY,
                        status == null ? Conditions.UNKNOWN : status,
                        reason == null || reason.isEmpty() ? ConditionReasons.AS_EXPECTED : reason,
                        message == null ? "" : message);
                return;
            }
        }
    }
}
