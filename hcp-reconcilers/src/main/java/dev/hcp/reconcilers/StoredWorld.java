package dev.hcp.reconcilers;

import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;

/** A world whose objects are those of a {@link PlainStore}. What it offers besides objects is its implementer's. */
public interface StoredWorld extends World {
    /** Where the objects are. */
    PlainStore store();

    @Override
    default <T extends HasMetadata> Optional<T> get(Class<T> type, String namespace, String name) {
        return store().get(type, namespace, name);
    }

    @Override
    default <T extends HasMetadata> List<T> list(Class<T> type, String namespace) {
        return store().list(type, namespace);
    }

    @Override
    default <T extends HasMetadata> Optional<JsonObject> tree(Class<T> type, String namespace, String name) {
        return store().tree(PlainStore.kindOf(type), new ObjectKey(namespace, name));
    }
}
