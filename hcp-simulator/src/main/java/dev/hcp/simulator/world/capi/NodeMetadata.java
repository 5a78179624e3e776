package dev.hcp.simulator.world.capi;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.world.Meta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a machine leaves on its node: whose it is, the labels of certain domains, and how pods shall see it. */
final class NodeMetadata {
    private static final String PREFIX = "cluster.x-k8s.io/";
    private static final String LABELS_FROM_MACHINE = PREFIX + "labels-from-machine";
    private static final String INTERRUPTIBLE = PREFIX + "interruptible";
    private static final List<String> DOMAINS =
            List.of("node-role.kubernetes.io", "node-restriction.kubernetes.io", "node.cluster.x-k8s.io");
    /** A node has it until it is known whose it is. */
    private static final JsonObject UNINITIALIZED =
            JsonObject.of("effect", "NoSchedule", "key", "node.cluster.x-k8s.io/uninitialized");
    /** Pods had better not go where their node will soon be replaced. */
    private static final JsonObject OUTDATED =
            JsonObject.of("effect", "PreferNoSchedule", "key", "node.cluster.x-k8s.io/outdated-revision");

    private NodeMetadata() {}

    /**
     * What is to change on the node: a merge patch, empty when nothing is.
     *
     * @param outdated whether the machine is of an older revision than its deployment
     * @param interruptible whether the machine may be taken away at any time, as spot instances are
     */
    static JsonObject patch(JsonObject machine, JsonObject node, boolean outdated, boolean interruptible) {
        Map<String, Object> labels = labels(machine);
        JsonObject annotations = annotations(machine, labels);
        Map<String, @Nullable Object> labelChanges = new TreeMap<>();
        for (String earlier : labelsOfMachine(node)) {
            if (!labels.containsKey(earlier) && node.at("metadata", "labels", earlier) != null) {
                labelChanges.put(earlier, null);
            }
        }
        if (!Meta.labelled(node, labels)) {
            labelChanges.putAll(labels);
        }
        if (interruptible && node.at("metadata", "labels", INTERRUPTIBLE) == null) {
            labelChanges.put(INTERRUPTIBLE, "");
        }
        JsonObject patch = JsonObject.EMPTY;
        if (!labelChanges.isEmpty()) {
            patch = patch.withAt(labelChanges, "metadata", "labels");
        }
        if (!Meta.annotated(node, annotations)) {
            patch = patch.withAt(annotations, "metadata", "annotations");
        }
        JsonArray taints = node.array("spec", "taints");
        JsonArray wanted = taints(taints, outdated);
        if (!wanted.equals(taints)) {
            patch = patch.withAt(wanted.isEmpty() ? null : wanted, "spec", "taints");
        }
        return patch;
    }

    private static Map<String, Object> labels(JsonObject machine) {
        Map<String, Object> labels = new TreeMap<>();
        machine.object("metadata", "labels").forEach((key, value) -> {
            if (value != null && DOMAINS.stream().anyMatch(domain -> inDomain(key, domain))) {
                labels.put(key, value);
            }
        });
        return labels;
    }

    private static JsonObject annotations(JsonObject machine, Map<String, Object> labels) {
        JsonObject.Builder annotations = JsonObject.builder(6)
                .put(PREFIX + "cluster-name", machine.text("spec", "clusterName"))
                .put(PREFIX + "cluster-namespace", Meta.namespace(machine))
                .put(LABELS_FROM_MACHINE, String.join(",", labels.keySet()))
                .put(PREFIX + "machine", Meta.name(machine));
        Meta.controller(machine).ifPresent(owner -> annotations
                .put(PREFIX + "owner-kind", owner.text("kind"))
                .put(PREFIX + "owner-name", owner.text("name")));
        return annotations.build();
    }

    /** The labels that the node has got from its machine so far. */
    private static List<String> labelsOfMachine(JsonObject node) {
        String names = node.text("metadata", "annotations", LABELS_FROM_MACHINE);
        return names == null || names.isEmpty() ? List.of() : List.of(names.split(","));
    }

    private static JsonArray taints(JsonArray taints, boolean outdated) {
        List<@Nullable Object> wanted = new ArrayList<>(taints);
        wanted.removeIf(taint -> matches(taint, UNINITIALIZED) || (!outdated && matches(taint, OUTDATED)));
        if (outdated && wanted.stream().noneMatch(taint -> matches(taint, OUTDATED))) {
            wanted.add(OUTDATED);
        }
        return JsonArray.copyOf(wanted);
    }

    /** Taints are one when key and effect are. */
    private static boolean matches(@Nullable Object taint, JsonObject known) {
        return taint instanceof JsonObject object
                && Objects.equals(object.text("key"), known.text("key"))
                && Objects.equals(object.text("effect"), known.text("effect"));
    }

    private static boolean inDomain(String key, String domain) {
        int slash = key.indexOf('/');
        String prefix = slash < 0 ? "" : key.substring(0, slash);
        return prefix.equals(domain) || prefix.endsWith("." + domain);
    }
}
