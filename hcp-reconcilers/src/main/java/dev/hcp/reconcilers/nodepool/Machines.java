package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.capi.Machine;
import dev.hcp.api.hypershift.NodePoolTaint;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.Labels;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.ObjectKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The machines of a pool, and what is written on them for their nodes. */
final class Machines {
    private Machines() {}

    /** The machines of a pool, oldest first. */
    static List<JsonObject> of(World world, ObjectKey pool, String controlPlaneNamespace) {
        String mark = pool.toString();
        List<JsonObject> machines = new ArrayList<>();
        for (JsonObject machine : world.trees(Machine.class, controlPlaneNamespace)) {
            if (mark.equals(machine.text("metadata", "annotations", Annotations.NODE_POOL))) {
                machines.add(machine);
            }
        }
        machines.sort(Comparator.comparing(
                        (JsonObject machine) -> String.valueOf(machine.text("metadata", "creationTimestamp")))
                .thenComparing(machine -> String.valueOf(machine.text("metadata", "name"))));
        return machines;
    }

    /** Labels that make their way to the nodes. */
    static Map<String, String> nodeLabels(PoolState state) {
        Map<String, String> labels = new TreeMap<>();
        state.spec.getNodeLabels().forEach((key, value) -> labels.put(Labels.MANAGED_NODE_LABEL_PREFIX + key, value));
        return labels;
    }

    /** The taints of the nodes as JSON text; {@code null} for none. */
    static String taints(PoolState state) {
        if (state.spec.getTaints().isEmpty()) {
            return "null";
        }
        List<String> taints = new ArrayList<>();
        for (NodePoolTaint taint : state.spec.getTaints()) {
            String value = taint.getValue() == null || taint.getValue().isEmpty()
                    ? ""
                    : ",\"value\":" + Json.write(taint.getValue());
            String effect = taint.getEffect() == null ? "" : taint.getEffect().value();
            taints.add("{\"key\":" + Json.write(taint.getKey()) + value + ",\"effect\":" + Json.write(effect) + "}");
        }
        return "[" + String.join(",", taints) + "]";
    }

    /** Writes labels and taints on machines that exist, so that a change of them needs no new machines. */
    static void propagate(PoolState state, List<JsonObject> machines) {
        String taints = taints(state);
        JsonObject patch = JsonObject.of(
                "metadata", JsonObject.of("annotations", JsonObject.of(Annotations.NODE_POOL_TAINTS, taints)));
        Map<String, String> labels = nodeLabels(state);
        if (!labels.isEmpty()) {
            patch = patch.withAt(JsonObject.copyOf(labels), "metadata", "labels");
        }
        for (JsonObject machine : machines) {
            boolean marked = taints.equals(machine.text("metadata", "annotations", Annotations.NODE_POOL_TAINTS));
            if (!marked || !labels.isEmpty()) {
                state.pass.patch(Machine.class, ObjectKey.of(machine), patch);
            }
        }
    }
}
