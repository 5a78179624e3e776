package dev.hcp.simulator.apiserver.patch;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldPath;
import dev.hcp.api.validation.schema.GoSyntax;
import dev.hcp.api.validation.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a configuration to apply fits the schema: apply takes no unknown field and no wrong type. */
public final class AppliedCheck {
    private final List<String> problems = new ArrayList<>();

    private AppliedCheck() {}

    /** What does not fit, in the reference's words. */
    public static List<String> problems(JsonObject config, Schema schema) {
        AppliedCheck check = new AppliedCheck();
        check.object(config, schema, FieldPath.ROOT);
        return check.problems;
    }

    private void problem(FieldPath path, String why) {
        problems.add("." + path + ": " + why);
    }

    private void object(JsonObject object, Schema schema, FieldPath path) {
        if (schema.isDeduced()) {
            return;
        }
        for (int i = 0; i < object.size(); i++) {
            String name = object.keyAt(i);
            Schema member = schema.member(name);
            if (member != null) {
                value(object.valueAt(i), member, path.child(name));
            } else if (!schema.preserveUnknown()) {
                problem(path.child(name), "field not declared in schema");
            }
        }
    }

    private void value(@Nullable Object value, Schema schema, FieldPath path) {
        if (value == null || schema.isDeduced() || schema.intOrString()) {
            return;
        }
        switch (schema.type()) {
            case "object" -> {
                if (value instanceof JsonObject object) {
                    object(object, schema, path);
                } else {
                    problem(path, "expected map, got &{" + GoSyntax.plain(value) + "}");
                }
            }
            case "array" -> {
                if (value instanceof JsonArray array) {
                    items(array, schema, path);
                } else {
                    problem(path, "expected list, got &{" + GoSyntax.plain(value) + "}");
                }
            }
            case "string" -> {
                if (!(value instanceof String)) {
                    problem(
                            path,
                            "expected string, got &value.valueUnstructured{Value:" + GoSyntax.literal(value) + "}");
                }
            }
            case "integer", "number" -> {
                if (!(value instanceof Number)) {
                    String got = value instanceof String
                            ? "string"
                            : "&value.valueUnstructured{Value:" + GoSyntax.literal(value) + "}";
                    problem(path, "expected numeric (int or float), got " + got);
                }
            }
            case "boolean" -> {
                if (!(value instanceof Boolean)) {
                    problem(
                            path,
                            "expected boolean, got &value.valueUnstructured{Value:" + GoSyntax.literal(value) + "}");
                }
            }
            default -> {
                if (value instanceof JsonObject object) {
                    object(object, schema, path);
                }
            }
        }
    }

    private void items(JsonArray array, Schema schema, FieldPath path) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < array.size(); i++) {
            Object item = array.get(i);
            if (schema.listType() == Schema.ListType.MAP && item instanceof JsonObject entry) {
                for (String key : schema.mapKeys()) {
                    Schema field = Shape.items(schema).properties().get(key);
                    if (entry.get(key) == null && (field == null || !field.hasDefault())) {
                        problem(
                                path,
                                "element " + i + ": associative list with keys has an element that omits key field \""
                                        + key + "\" (and doesn't have default value)");
                        return;
                    }
                }
            }
            if (schema.listType() != Schema.ListType.ATOMIC) {
                String step = Steps.item(item, schema);
                if (!seen.add(step)) {
                    problem(path, "duplicate entries for key " + Steps.print(step));
                }
                value(item, Shape.items(schema), path.key(inner(Steps.print(step))));
            } else {
                value(item, Shape.items(schema), path.index(i));
            }
        }
    }

    private static String inner(String bracketed) {
        return bracketed.substring(1, bracketed.length() - 1);
    }
}
