package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.ApiException;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Empties namespaces that are being deleted, says what remains, and lets them go. */
final class NamespaceController implements Actor<String> {
    private static final String NAME = "namespace-controller";
    private static final String FINALIZER = "kubernetes";

    private final Objects objects;
    private final ResourceType namespaces;
    private final Set<String> terminating = new HashSet<>();

    NamespaceController(Objects objects) {
        this.objects = objects;
        this.namespaces = objects.resource("v1", "Namespace");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(ActorContext<String> context) {
        context.watch("", "Namespace", change -> {
            String name = Meta.name(change.object());
            if (change.after() != null && Meta.deleting(change.object())) {
                terminating.add(name);
                return List.of(name);
            }
            terminating.remove(name);
            return List.of();
        });
        context.watchAll(change -> {
            String namespace = Meta.namespace(change.object());
            boolean gone = change.after() == null && !terminating.isEmpty() && terminating.contains(namespace);
            return gone ? List.of(namespace) : List.of();
        });
    }

    @Override
    public Turn act(String key, ActorContext<String> context) {
        Optional<JsonObject> namespace = objects.get(namespaces, "", key).filter(Meta::deleting);
        if (namespace.isEmpty()) {
            return Turn.done();
        }
        Map<String, Integer> remaining = new TreeMap<>();
        Map<String, Integer> finalizers = new TreeMap<>();
        for (ResourceType type : objects.resources()) {
            if (type.namespaced()) {
                empty(type, key, remaining, finalizers);
            }
        }
        JsonArray conditions = conditions(namespace.get(), remaining, finalizers, context.now());
        JsonObject status = JsonObject.of("status", JsonObject.of("conditions", conditions, "phase", "Terminating"));
        objects.mergePatch(namespaces, "", key, "status", status, NAME);
        if (remaining.isEmpty()) {
            finish(key);
        }
        return Turn.done();
    }

    private void empty(
            ResourceType type, String namespace, Map<String, Integer> remaining, Map<String, Integer> finalizers) {
        for (JsonObject object : objects.list(type, namespace)) {
            if (!Meta.deleting(object)) {
                delete(type, namespace, Meta.name(object));
            }
        }
        for (JsonObject object : objects.list(type, namespace)) {
            remaining.merge(type.plural() + "." + type.group(), 1, Integer::sum);
            for (Object finalizer : object.array("metadata", "finalizers")) {
                finalizers.merge(String.valueOf(finalizer), 1, Integer::sum);
            }
        }
    }

    private void delete(ResourceType type, String namespace, String name) {
        try {
            objects.delete(type, namespace, name, Objects.Deletion.BACKGROUND);
        } catch (ApiException e) {
            if (e.code() != 404 && e.code() != 405) {
                throw e;
            }
        }
    }

    private void finish(String key) {
        Optional<JsonObject> namespace = objects.get(namespaces, "", key);
        if (namespace.isPresent() && namespace.get().array("spec", "finalizers").contains(FINALIZER)) {
            List<?> kept = namespace.get().array("spec", "finalizers").stream()
                    .filter(finalizer -> !FINALIZER.equals(finalizer))
                    .toList();
            JsonObject finalized = namespace.get().withAt(JsonArray.copyOf(kept), "spec", "finalizers");
            objects.update(namespaces, "finalize", finalized, NAME);
        }
    }

    private static JsonArray conditions(
            JsonObject namespace, Map<String, Integer> remaining, Map<String, Integer> finalizers, Instant now) {
        ConditionList conditions = new ConditionList(namespace.array("status", "conditions"), now)
                .set(
                        "NamespaceDeletionDiscoveryFailure",
                        false,
                        "ResourcesDiscovered",
                        "All resources successfully discovered")
                .set(
                        "NamespaceDeletionGroupVersionParsingFailure",
                        false,
                        "ParsedGroupVersions",
                        "All legacy kube types successfully parsed")
                .set(
                        "NamespaceDeletionContentFailure",
                        false,
                        "ContentDeleted",
                        "All content successfully deleted, may be waiting on finalization");
        if (remaining.isEmpty()) {
            conditions.set("NamespaceContentRemaining", false, "ContentRemoved", "All content successfully removed");
        } else {
            conditions.set(
                    "NamespaceContentRemaining",
                    true,
                    "SomeResourcesRemain",
                    "Some resources are remaining: " + join(remaining, " has ", " resource instances"));
        }
        if (finalizers.isEmpty()) {
            conditions.set(
                    "NamespaceFinalizersRemaining",
                    false,
                    "ContentHasNoFinalizers",
                    "All content-preserving finalizers finished");
        } else {
            conditions.set(
                    "NamespaceFinalizersRemaining",
                    true,
                    "SomeFinalizersRemain",
                    "Some content in the namespace has finalizers remaining: "
                            + join(finalizers, " in ", " resource instances"));
        }
        return conditions.build();
    }

    private static String join(Map<String, Integer> counts, String between, String after) {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + between + entry.getValue() + after)
                .collect(Collectors.joining(", "));
    }
}
