package dev.hcp.simulator.apiserver.patch;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
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
        check.members(config, schema, Path.ROOT, false);
        return check.problems;
    }

    /** Where a value stands; printed only when there is something to say. */
    private record Path(@Nullable Path parent, String step, boolean item) {
        static final Path ROOT = new Path(null, "", false);

        Path field(String name) {
            return new Path(this, name, false);
        }

        /** An item of a list, by its step or, printed already, by its position. */
        Path item(String step) {
            return new Path(this, step, true);
        }

        String print() {
            if (parent == null) {
                return "";
            }
            String own = !item ? "." + step : step.startsWith("[") ? step : Steps.print(step);
            return parent.print() + own;
        }
    }

    private void problem(Path path, String why) {
        String printed = path.print();
        problems.add(printed.isEmpty() ? why : printed + ": " + why);
    }

    /** Members; what an open structure declares is open too. */
    private void members(JsonObject object, Schema schema, Path path, boolean within) {
        boolean open = within || schema.preserveUnknown();
        for (int i = 0; i < object.size(); i++) {
            String name = object.keyAt(i);
            Schema member = schema.member(name);
            if (member != null) {
                value(object.valueAt(i), member, path.field(name), open);
            } else if (!open && !Shape.isOpen(schema)) {
                problem(path.field(name), "field not declared in schema");
                // The reference stops at the first unknown field of a structure.
                return;
            }
        }
    }

    private void value(@Nullable Object value, Schema schema, Path path, boolean open) {
        if (value == null) {
            return;
        }
        switch (schema.type()) {
            case "object" -> {
                if (value instanceof JsonObject object) {
                    members(object, schema, path, open);
                } else {
                    problem(path, "expected map, got &{" + GoSyntax.plain(value) + "}");
                }
            }
            case "array" -> {
                if (value instanceof JsonArray array) {
                    items(array, schema, path, open);
                } else {
                    problem(path, "expected list, got &{" + GoSyntax.plain(value) + "}");
                }
            }
            case "string" -> {
                if (!schema.constraints().format().isEmpty()) {
                    scalar(value, path);
                } else if (!(value instanceof String)) {
                    problem(
                            path,
                            "expected string, got &value.valueUnstructured{Value:" + GoSyntax.literal(value) + "}");
                }
            }
            case "integer", "number" -> {
                if (!(value instanceof Number)) {
                    problem(path, "expected numeric (int or float), got " + GoSyntax.typeOf(value));
                }
            }
            case "boolean" -> {
                if (!(value instanceof Boolean)) {
                    problem(path, "expected boolean, got &{" + GoSyntax.plain(value) + "}");
                }
            }
            default -> {
                if (value instanceof JsonObject object) {
                    members(object, schema, path, open);
                }
            }
        }
    }

    private void scalar(Object value, Path path) {
        if (value instanceof JsonObject || value instanceof JsonArray) {
            problem(path, "expected any scalar, got &{" + GoSyntax.plain(value) + "}");
        }
    }

    private void items(JsonArray array, Schema schema, Path path, boolean open) {
        Schema items = Shape.items(schema);
        if (schema.listType() == Schema.ListType.ATOMIC) {
            for (int i = 0; i < array.size(); i++) {
                value(array.get(i), items, path.item("[" + i + "]"), open);
            }
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < array.size(); i++) {
            Object item = array.get(i);
            String why = Steps.withoutIdentity(item, schema);
            if (why != null) {
                problem(path, "element " + i + ": " + why);
                return;
            }
            String step = Steps.item(item, schema);
            if (!seen.add(step)) {
                problem(path, "duplicate entries for key " + Steps.print(step));
            }
            value(item, items, path.item(step), open);
        }
    }
}
