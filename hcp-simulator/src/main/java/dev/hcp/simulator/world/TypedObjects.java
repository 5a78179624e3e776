package dev.hcp.simulator.world;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The typed form of objects, decoded once per revision as long as they are in use.
 *
 * <p>Used on the thread of simulated time alone.
 */
final class TypedObjects {
    private record Key(Class<?> type, String namespace, String name) {}

    private record Decoded(JsonObject tree, HasMetadata object) {}

    /** What was decoded last, the least recently used first. */
    private static final class Recent extends LinkedHashMap<Key, Decoded> {
        private static final long serialVersionUID = 1L;
        private static final int LIMIT = 2_000;

        Recent() {
            super(256, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Decoded> eldest) {
            return size() > LIMIT;
        }
    }

    private final Objects objects;
    private final Map<Class<?>, ResourceType> resources = new HashMap<>();
    private final Recent recent = new Recent();

    TypedObjects(Objects objects) {
        this.objects = objects;
    }

    /** The resource that a model class stands for, from its annotations. */
    ResourceType resource(Class<? extends HasMetadata> type) {
        ResourceType known = resources.get(type);
        if (known == null) {
            known = objects.resource(HasMetadata.getApiVersion(type), HasMetadata.getKind(type));
            resources.put(type, known);
        }
        return known;
    }

    /** The typed form of an object of the store, without its managed fields; shared, not to be changed. */
    <T extends HasMetadata> T decode(JsonObject tree, Class<T> type) {
        String namespace = tree.text("metadata", "namespace");
        Key key = new Key(type, namespace == null ? "" : namespace, String.valueOf(tree.text("metadata", "name")));
        Decoded decoded = recent.get(key);
        if (decoded == null || decoded.tree() != tree) {
            decoded = new Decoded(tree, decode(tree.withoutAt("metadata", "managedFields"), type, decoded));
            recent.put(key, decoded);
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
