package dev.hcp.reconcilers.hostedconfig;

import dev.hcp.api.capi.Machine;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.Labels;
import dev.hcp.api.names.MachineAnnotations;
import dev.hcp.reconcilers.ObjectKey;
import io.fabric8.kubernetes.api.model.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries a pool's labels and taints from machines to their nodes: the pool's name always, the rest once. */
final class HostedNodes {
    private HostedNodes() {}

    static void reconcile(HostedPass pass) {
        Map<String, JsonObject> machines = new HashMap<>();
        for (JsonObject machine : pass.management().trees(Machine.class, pass.namespace())) {
            machines.put(ObjectKey.of(machine).name(), machine);
        }
        for (JsonObject node : pass.guest().trees(Node.class, "")) {
            JsonObject machine = machines.get(node.text("metadata", "annotations", MachineAnnotations.NODE_MACHINE));
            String pool = machine == null ? null : machine.text("metadata", "annotations", Annotations.NODE_POOL);
            if (machine != null && pool != null) {
                pass.guest().patch(Node.class, ObjectKey.of(node), patch(node, machine, pool));
            }
        }
    }

    private static JsonObject patch(JsonObject node, JsonObject machine, String pool) {
        String poolName = pool.substring(pool.indexOf('/') + 1);
        if (node.at("metadata", "annotations", Annotations.LABELS_SYNCED) != null) {
            return JsonObject.of("metadata", JsonObject.of("labels", JsonObject.of(Labels.NODE_POOL, poolName)));
        }
        JsonObject.Builder labels = JsonObject.builder(4).put(Labels.NODE_POOL, poolName);
        machine.object("metadata", "labels").forEach((key, value) -> {
            if (key.startsWith(Labels.MANAGED_NODE_LABEL_PREFIX)) {
                labels.put(key.substring(Labels.MANAGED_NODE_LABEL_PREFIX.length()), value);
            }
        });
        JsonObject patch = JsonObject.of(
                "metadata",
                JsonObject.of(
                        "annotations", JsonObject.of(Annotations.LABELS_SYNCED, "true"), "labels", labels.build()));
        JsonArray taints = taints(node, machine);
        return taints.isEmpty() ? patch : patch.with("spec", JsonObject.of("taints", taints));
    }

    /** The node's taints with those of its pool; none when the pool has none. */
    private static JsonArray taints(JsonObject node, JsonObject machine) {
        String text = machine.text("metadata", "annotations", Annotations.NODE_POOL_TAINTS);
        if (text == null || !(Json.parse(text) instanceof JsonArray wanted) || wanted.isEmpty()) {
            return JsonArray.EMPTY;
        }
        List<@Nullable Object> all = new ArrayList<>(node.array("spec", "taints"));
        for (Object taint : wanted) {
            if (!all.contains(taint)) {
                all.add(taint);
            }
        }
        return JsonArray.copyOf(all);
    }
}
