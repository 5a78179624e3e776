package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether a tree fits the Go types that the reference restores it into after a strategic merge patch. That conversion does
 * not go through JSON, and complains in words of its own.
 */
final class RestoredTypes {
    private RestoredTypes() {}

    /** The complaint about the first value that does not fit; null when all do. */
    static @Nullable String mismatch(JsonObject object, Schema schema) {
        if (schema.isDeduced()) {
            return null;
        }
        for (int i = 0; i < object.size(); i++) {
            Schema member = schema.member(object.keyAt(i));
            String found = member == null ? null : mismatch(object.valueAt(i), member);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String mismatch(@Nullable Object value, Schema schema) {
        if (value == null || schema.isDeduced() || schema.intOrString()) {
            return null;
        }
        return switch (schema.type()) {
            case "object" -> {
                if (value instanceof JsonObject object) {
                    yield mismatch(object, schema);
                }
                yield schema.properties().isEmpty()
                        ? "cannot restore map from " + kind(value)
                        : "cannot restore struct from: " + kind(value);
            }
            case "array" -> {
                if (!(value instanceof JsonArray items)) {
                    yield "cannot restore slice from " + kind(value);
                }
                yield items(items, schema.items());
            }
            case "string" -> {
                if (value instanceof String) {
                    yield null;
                }
                yield value instanceof Long ? "cannot convert int64 to string" : "unrecognized type: string";
            }
            case "integer" -> {
                if (value instanceof Long) {
                    yield null;
                }
                String name = schema.typeName().isEmpty() ? "int64" : schema.typeName();
                yield value instanceof Double ? "cannot convert float64 to " + name : "unrecognized type: " + name;
            }
            case "number" -> value instanceof Number ? null : "unrecognized type: float64";
            case "boolean" -> value instanceof Boolean ? null : "unrecognized type: bool";
            default -> null;
        };
    }

    private static @Nullable String items(JsonArray array, @Nullable Schema items) {
        if (items == null) {
            return null;
        }
        for (Object item : array) {
            String found = mismatch(item, items);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static String kind(Object value) {
        if (value instanceof JsonObject) {
            return "map";
        }
        if (value instanceof JsonArray) {
            return "slice";
        }
        return value instanceof String
                ? "string"
                : value instanceof Boolean ? "bool" : value instanceof Long ? "int64" : "float64";
    }
}
