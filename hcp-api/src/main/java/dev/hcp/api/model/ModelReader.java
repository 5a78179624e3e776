package dev.hcp.api.model;

import dev.hcp.api.json.JsonObject;

/**
 * Reads typed models from JSON trees. Reading is total: whatever the object holds, the result is a value and no member
 * is lost. Thread-safe.
 */
public final class ModelReader {
    private ModelReader() {}

    /**
     * The typed form of a tree.
     *
     * @param type an interface annotated with {@link HcpModel}
     */
    public static <T extends Model> T read(JsonObject tree, Class<T> type) {
        return type.cast(ModelShape.of(type).read(tree));
    }
}
