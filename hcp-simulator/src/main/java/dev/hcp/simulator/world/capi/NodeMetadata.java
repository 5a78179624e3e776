package dev.hcp.simulator.world.capi;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.world.Meta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a machine leaves on its node: whose it is, and the labels of certain domains. */
final class NodeMetadata {
    private static final String PREFIX = "cluster.x-k8s.io/";
    private static final List<String> DOMAINS =
            List.of("node-role.kubernetes.io", "node-restriction.kubernetes.io", "node.cluster.x-k8s.io");
    private static final String UNINITIALIZED = "node.cluster.x-k8s.io/uninitialized";
    /** Pods had better not go where their node will soon be replaced. */
    private static final JsonObject OUTDATED =
            JsonObject.of("effect", "PreferNoSchedule", "key", "node.cluster.x-k8s.io/outdated-revision");

    private final Objects inGuest;
    private final JsonObject machine;

    NodeMetadata(Objects inGuest, JsonObject machine) {
        this.inGuest = inGuest;
        this.machine = machine;
    }

    /** @param outdated whether the machine is of an older revision than its deployment */
    void write(JsonObject node, boolean outdated) {
        Map<String, Object> labels = new TreeMap<>();
        machine.object("metadata", "labels").forEach((key, value) -> {
            if (value != null && DOMAINS.stream().anyMatch(domain -> inDomain(key, domain))) {
                labels.put(key, value);
            }
        });
        Optional<JsonObject> owner = Meta.controller(machine);
        JsonObject.Builder annotations = JsonObject.builder(6)
                .put(PREFIX + "cluster-name", machine.text("spec", "clusterName"))
                .put(PREFIX + "cluster-namespace", Meta.namespace(machine))
                .put(PREFIX + "labels-from-machine", String.join(",", labels.keySet()))
                .put(PREFIX + "machine", Meta.name(machine));
        owner.ifPresent(reference -> annotations
                .put(PREFIX + "owner-kind", reference.text("kind"))
                .put(PREFIX + "owner-name", reference.text("name")));
        JsonObject metadata = JsonObject.of("annotations", annotations.build());
        JsonObject patch = JsonObject.of("metadata", labels.isEmpty() ? metadata : metadata.with("labels", labels));
        JsonArray taints = node.array("spec", "taints");
        List<@Nullable Object> kept = new ArrayList<>(taints);
        kept.removeIf(taint -> taint instanceof JsonObject object && UNINITIALIZED.equals(object.text("key")));
        if (!outdated) {
            kept.remove(OUTDATED);
        } else if (!kept.contains(OUTDATED)) {
            kept.add(OUTDATED);
        }
        boolean same = kept.size() == taints.size();
        if (same && Meta.annotated(node, annotations.build()) && Meta.labelled(node, labels)) {
            return;
        }
        if (!same) {
            patch = patch.withAt(kept.isEmpty() ? null : JsonArray.copyOf(kept), "spec", "taints");
        }
        inGuest.mergePatch(inGuest.resource("v1", "Node"), "", Meta.name(node), null, patch, MachineController.SOURCE);
    }

    private static boolean inDomain(String key, String domain) {
        int slash = key.indexOf('/');
        String prefix = slash < 0 ? "" : key.substring(0, slash);
        return prefix.equals(domain) || prefix.endsWith("." + domain);
    }
}
