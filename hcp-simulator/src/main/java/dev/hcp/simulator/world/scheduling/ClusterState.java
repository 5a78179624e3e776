package dev.hcp.simulator.world.scheduling;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.world.Meta;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the scheduler knows of nodes and of pods on them, kept up to date change by change: pods by node, and by namespace,
 * within which affinities look.
 */
final class ClusterState {
    private static final NamespacePods NONE = new NamespacePods();

    private final Quantities quantities = new Quantities();
    private final TreeMap<String, NodeState> nodes = new TreeMap<>();
    private final Map<String, NamespacePods> byNamespace = new HashMap<>();
    /** Pods that keep apart from pods of other namespaces, too; by uid. There are hardly any. */
    private final TreeMap<String, PlacedPod> farReaching = new TreeMap<>();

    private final Function<String, JsonObject> namespaceLabels;
    private List<NodeState> existing = List.of();

    /**
     * @param namespaceLabels the labels of a namespace by its name
     */
    ClusterState(Function<String, JsonObject> namespaceLabels) {
        this.namespaceLabels = namespaceLabels;
    }

    JsonObject namespaceLabels(String namespace) {
        return namespaceLabels.apply(namespace);
    }

    Collection<PlacedPod> farReaching() {
        return farReaching.values();
    }

    Quantities quantities() {
        return quantities;
    }

    /** The nodes there are, by name. */
    List<NodeState> nodes() {
        return existing;
    }

    /** The state of a node, also of one that is gone or yet to come. */
    NodeState node(String name) {
        return nodes.computeIfAbsent(name, NodeState::new);
    }

    /** A node is there or has changed; answers whether pods that wait should try again. */
    boolean nodeChanged(JsonObject node) {
        NodeState state = node(Meta.name(node));
        boolean isNew = !state.exists();
        boolean changed = state.update(node, quantities);
        if (isNew) {
            existing = List.copyOf(
                    nodes.values().stream().filter(NodeState::exists).toList());
        }
        return changed;
    }

    void nodeGone(String name) {
        NodeState state = node(name);
        state.gone();
        if (state.placed().isEmpty()) {
            nodes.remove(name);
        }
        existing = List.copyOf(nodes.values().stream().filter(NodeState::exists).toList());
    }

    /** A pod is on a node, whether the API server says so or the scheduler is about to. */
    void podOnNode(JsonObject pod, String node) {
        PlacedPod placed = PlacedPod.of(pod, node, quantities);
        podGone(placed.key());
        node(node).add(placed);
        byNamespace
                .computeIfAbsent(placed.key().namespace(), n -> new NamespacePods())
                .add(placed);
        for (AffinityTerm term : placed.keepsApart()) {
            if (!term.staysIn(placed.key().namespace())) {
                farReaching.put(placed.uid(), placed);
            }
        }
    }

    /** A pod has gone or is over; answers whether it was on a node. */
    boolean podGone(ObjectKey key) {
        PlacedPod placed = find(key);
        if (placed == null) {
            return false;
        }
        NamespacePods siblings = byNamespace.get(key.namespace());
        if (siblings != null) {
            siblings.remove(placed);
            if (siblings.isEmpty()) {
                byNamespace.remove(key.namespace());
            }
        }
        farReaching.remove(placed.uid());
        NodeState state = node(placed.node());
        state.remove(placed);
        if (!state.exists() && state.placed().isEmpty()) {
            nodes.remove(placed.node());
        }
        return true;
    }

    @Nullable
    PlacedPod find(ObjectKey key) {
        return pods(key.namespace()).find(key.name());
    }

    /** The pods of a namespace that are on nodes. */
    NamespacePods pods(String namespace) {
        NamespacePods found = byNamespace.get(namespace);
        return found == null ? NONE : found;
    }

    /** The pods of all namespaces that are on nodes, in no order. */
    List<PlacedPod> allPods() {
        List<PlacedPod> all = new ArrayList<>();
        byNamespace.values().forEach(pods -> all.addAll(pods.all()));
        return all;
    }
}
