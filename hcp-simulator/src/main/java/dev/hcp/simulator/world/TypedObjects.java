package dev.hcp.simulator.world;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The typed form of objects, decoded once per revision, for as long as there are objects of that name.
 *
 * <p>Asked on the thread of simulated time alone; told of removals on the threads of their writers.
 */
final class TypedObjects {
    private record Decoded(JsonObject tree, HasMetadata object) {}

    /** What was decoded of one kind. */
    private record OfType(ResourceType resource, ConcurrentMap<ObjectKey, Decoded> decoded) {}

    private final Objects objects;
    private final Map<Class<?>, OfType> types = new ConcurrentHashMap<>();

    TypedObjects(Objects objects) {
        this.objects = objects;
        objects.onChange(change -> {
            if (change.after() == null) {
                forget(change.type(), ObjectKey.of(change.object()));
            }
        });
    }

    private void forget(ResourceType resource, ObjectKey key) {
        for (OfType type : types.values()) {
            if (type.resource().plural().equals(resource.plural())
                    && type.resource().group().equals(resource.group())) {
                type.decoded().remove(key);
            }
        }
    }

    private OfType of(Class<? extends HasMetadata> type) {
        OfType known = types.get(type);
        if (known == null) {
            known = new OfType(
                    objects.resource(HasMetadata.getApiVersion(type), HasMetadata.getKind(type)),
                    new ConcurrentHashMap<>());
            types.put(type, known);
        }
        return known;
    }

    /** The resource that a model class stands for, from its annotations. */
    ResourceType resource(Class<? extends HasMetadata> type) {
        return of(type).resource();
    }

    /** The typed form of an object of the store, without its managed fields; shared, not to be changed. */
    <T extends HasMetadata> T decode(JsonObject tree, Class<T> type) {
        Map<ObjectKey, Decoded> known = of(type).decoded();
        ObjectKey key = ObjectKey.of(tree);
        Decoded decoded = known.get(key);
        if (decoded == null || decoded.tree() != tree) {
            decoded = new Decoded(tree, decode(tree.withoutAt("metadata", "managedFields"), type, decoded));
            known.put(key, decoded);
        }
        return type.cast(decoded.object());
    }

    /** Most changes are of the status alone: a part that stayed is not decoded again. */
    private static <T extends HasMetadata> T decode(JsonObject tree, Class<T> type, @Nullable Decoded before) {
        if (before == null || !(before.object() instanceof CustomResource<?, ?> known)) {
            return Json.toType(tree, type);
        }
        boolean sameSpec =
                known.getSpec() != null && tree.get("spec") == before.tree().get("spec");
        boolean sameStatus =
                known.getStatus() != null && tree.get("status") == before.tree().get("status");
        JsonObject rest = sameSpec ? tree.without("spec") : tree;
        T object = Json.toType(sameStatus ? rest.without("status") : rest, type);
        if (sameSpec) {
            shareSpec(known, object);
        }
        if (sameStatus) {
            shareStatus(known, object);
        }
        return object;
    }

    @SuppressWarnings("unchecked") // both are of one class
    private static <S, T> void shareSpec(CustomResource<S, T> from, HasMetadata to) {
        ((CustomResource<S, T>) to).setSpec(from.getSpec());
    }

    @SuppressWarnings("unchecked") // both are of one class
    private static <S, T> void shareStatus(CustomResource<S, T> from, HasMetadata to) {
        ((CustomResource<S, T>) to).setStatus(from.getStatus());
    }
}
