package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.GoScalars;
import dev.hcp.api.validation.schema.GoSyntax;
import dev.hcp.api.validation.schema.Schema;
import dev.hcp.api.validation.schema.Validation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a tree fits the Go types that the reference decodes it into. A value of the wrong JSON type ends a request there
 * before any validation, with the decoder's own words.
 */
final class GoTypes {
    private static final Schema INT_32 =
            Schema.builder("integer").typeName("int32").build();

    private GoTypes() {}

    /**
     * The decoder's complaint about the first value that does not fit.
     *
     * @param known an object that fits: parts that both share, as the same instance at the same place, are not looked at
     * @param typeName Go name of the tree's own type, such as {@code ConfigMap}
     */
    static Optional<String> mismatch(JsonObject object, JsonObject known, Schema schema, String typeName) {
        return Optional.ofNullable(members(object, known, schema, typeName, ""));
    }

    private static @Nullable String members(
            JsonObject object, JsonObject known, Schema schema, String owner, String prefix) {
        if (schema.isDeduced()) {
            return null;
        }
        for (int i = 0; i < object.size(); i++) {
            Object value = object.valueAt(i);
            Object before = object.counterpart(i, known);
            String name = object.keyAt(i);
            Schema member = value == null || value == before ? null : schema.member(name);
            if (member == null) {
                continue;
            }
            boolean declared = schema.declares(name);
            // Members of maps and items of lists are told of by the field that holds them.
            String path = declared ? prefix + (prefix.isEmpty() ? "" : ".") + name : prefix;
            String found = value(value, before, member, owner, path);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String value(
            @Nullable Object value, @Nullable Object known, Schema schema, String owner, String path) {
        if (value == null || value == known) {
            return null;
        }
        if (schema.intOrString()) {
            return value instanceof String ? null : integer(value, INT_32, owner, path);
        }
        if (schema.isDeduced()) {
            return GoScalars.problem(schema.typeName(), value).orElse(null);
        }
        return switch (schema.type()) {
            case "object" -> {
                if (!(value instanceof JsonObject object)) {
                    yield complaint(value, schema, owner, path);
                }
                String inner = schema.typeName().isEmpty() ? owner : schema.typeName();
                yield members(
                        object, known instanceof JsonObject before ? before : JsonObject.EMPTY, schema, inner, path);
            }
            case "array" -> {
                if (!(value instanceof JsonArray items)) {
                    yield complaint(value, schema, owner, path);
                }
                yield items(
                        items,
                        known instanceof JsonArray before ? before : JsonArray.EMPTY,
                        schema.items(),
                        owner,
                        path);
            }
            case "string" ->
                value instanceof String
                        ? GoScalars.problem(schema.typeName(), value).orElse(null)
                        : complaint(value, schema, owner, path);
            case "integer" -> integer(value, schema, owner, path);
            case "number" -> value instanceof Number ? null : complaint(value, schema, owner, path);
            case "boolean" -> value instanceof Boolean ? null : complaint(value, schema, owner, path);
            default -> null;
        };
    }

    private static @Nullable String integer(Object value, Schema schema, String owner, String path) {
        boolean fits = value instanceof Long number
                && (!schema.typeName().equals("int32") || number.intValue() == number.longValue());
        return fits ? null : complaint(value, schema, owner, path);
    }

    private static @Nullable String items(
            JsonArray array, JsonArray known, @Nullable Schema items, String owner, String path) {
        if (items == null) {
            return null;
        }
        for (int i = 0; i < array.size(); i++) {
            String found = value(array.get(i), i < known.size() ? known.get(i) : null, items, owner, path);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static String complaint(Object value, Schema schema, String owner, String path) {
        // A number that does not fit is shown; one where something else belongs is not.
        boolean shown = value instanceof Number && schema.type().equals("integer");
        return "json: cannot unmarshal " + (shown ? "number " + number(value) : json(value)) + " into Go struct field "
                + owner + "." + path + " of type " + goName(schema);
    }

    private static String json(Object value) {
        if (value instanceof Boolean) {
            return "bool";
        }
        return value instanceof Number ? "number" : Validation.typeName(value);
    }

    private static String number(Object value) {
        if (value instanceof Double number) {
            // How a whole number with a fraction was written is no longer known; this is how people write it.
            return number == Math.rint(number) && Math.abs(number) < 1e15 ? number + "" : GoSyntax.number(number);
        }
        return String.valueOf(value);
    }

    private static String goName(Schema schema) {
        return switch (schema.type()) {
            case "object" -> {
                Schema additional = schema.additional();
                if (additional != null) {
                    yield "map[string]" + goName(additional);
                }
                yield schema.typeName().isEmpty() ? "map[string]interface {}" : "v1." + schema.typeName();
            }
            case "array" -> "[]" + (schema.items() == null ? "interface {}" : goName(schema.items()));
            case "integer" -> schema.typeName().isEmpty() ? "int64" : schema.typeName();
            case "number" -> "float64";
            case "boolean" -> "bool";
            case "string" -> schema.typeName().equals(GoScalars.BYTES) ? GoScalars.BYTES : "string";
            default -> "interface {}";
        };
    }
}
