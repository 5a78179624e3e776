package dev.hcp.simulator.world.scheduling;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.kinds.Selections;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A term of a pod's affinity or anti-affinity to other pods.
 *
 * @param selector selects the other pods by their labels
 * @param topologyKey the label of nodes whose values mark what counts as one place
 * @param namespaces namespaces of the other pods
 * @param namespaceSelector selects further namespaces by their labels, all when it is empty
 * @param weight how much it counts; 0 of a required term
 */
record AffinityTerm(
        JsonObject selector,
        String topologyKey,
        List<String> namespaces,
        Optional<JsonObject> namespaceSelector,
        long weight) {
    static List<AffinityTerm> required(JsonObject spec, String kind, String namespace) {
        JsonArray terms = terms(spec, kind, "requiredDuringSchedulingIgnoredDuringExecution");
        if (terms.isEmpty()) {
            return List.of();
        }
        List<AffinityTerm> read = new ArrayList<>(terms.size());
        for (int i = 0; i < terms.size(); i++) {
            read.add(of(terms.object(i), namespace, 0));
        }
        return read;
    }

    static List<AffinityTerm> preferred(JsonObject spec, String kind, String namespace) {
        JsonArray terms = terms(spec, kind, "preferredDuringSchedulingIgnoredDuringExecution");
        if (terms.isEmpty()) {
            return List.of();
        }
        List<AffinityTerm> read = new ArrayList<>(terms.size());
        for (int i = 0; i < terms.size(); i++) {
            JsonObject term = terms.object(i);
            read.add(of(term.object("podAffinityTerm"), namespace, term.integer(0, "weight")));
        }
        return read;
    }

    private static JsonArray terms(JsonObject spec, String kind, String list) {
        return spec.get("affinity") instanceof JsonObject affinity
                        && affinity.get(kind) instanceof JsonObject ofKind
                        && ofKind.get(list) instanceof JsonArray terms
                ? terms
                : JsonArray.EMPTY;
    }

    private static AffinityTerm of(JsonObject term, String namespace, long weight) {
        List<String> namespaces = new ArrayList<>();
        for (Object each : term.array("namespaces")) {
            namespaces.add(String.valueOf(each));
        }
        Optional<JsonObject> others = Optional.empty();
        if (term.get("namespaceSelector") instanceof JsonObject given) {
            others = Optional.of(given);
        } else if (namespaces.isEmpty()) {
            namespaces.add(namespace);
        }
        return new AffinityTerm(
                term.object("labelSelector"), String.valueOf(term.text("topologyKey")), namespaces, others, weight);
    }

    /** Whether it only looks at pods of one namespace. */
    boolean staysIn(String namespace) {
        return namespaceSelector.isEmpty()
                && namespaces.size() == 1
                && namespaces.get(0).equals(namespace);
    }

    /** Whether another pod is meant. */
    boolean matches(String namespace, JsonObject labels, ClusterState cluster) {
        return (namespaces.contains(namespace)
                        || (namespaceSelector.isPresent()
                                && Selections.selects(namespaceSelector.get(), cluster.namespaceLabels(namespace))))
                && Selections.selects(selector, labels);
    }
}
