package dev.hcp.simulator.apiserver.definition;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.cel.RegexSyntax;
import dev.hcp.api.validation.schema.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What may stand in {@code allOf}, {@code anyOf}, {@code oneOf} and {@code not}: constraints, and no structure. */
final class JunctorRules {
    private static final List<String> JUNCTORS = List.of("anyOf", "allOf", "oneOf");
    private static final JsonArray INT_OR_STRING =
            JsonArray.of(JsonObject.of("type", "integer"), JsonObject.of("type", "string"));

    /** Keywords of structure, and how the reference says that they must not be there. */
    private static final List<String[]> STRUCTURE = List.of(
            new String[] {"type", "empty"},
            new String[] {"additionalProperties", "undefined"},
            new String[] {"default", "undefined"},
            new String[] {"title", "empty"},
            new String[] {"description", "empty"},
            new String[] {"nullable", "false"},
            new String[] {"x-kubernetes-preserve-unknown-fields", "false"},
            new String[] {"x-kubernetes-embedded-resource", "false"},
            new String[] {"x-kubernetes-int-or-string", "false"},
            new String[] {"x-kubernetes-list-map-keys", "empty"},
            new String[] {"x-kubernetes-list-type", "undefined"},
            new String[] {"x-kubernetes-map-type", "undefined"},
            new String[] {"x-kubernetes-validations", "empty"});

    private final List<FieldError> errors = new ArrayList<>();

    private JunctorRules() {}

    /** What is wrong with the constraints at a part of a schema. */
    static List<FieldError> check(JsonObject schema, String path) {
        JunctorRules rules = new JunctorRules();
        boolean intOrString = schema.isTrue("x-kubernetes-int-or-string");
        boolean direct = intOrString && schema.array("anyOf").equals(INT_OR_STRING);
        JsonArray allOf = schema.array("allOf");
        boolean nested = intOrString
                && !allOf.isEmpty()
                && allOf.object(0).array("anyOf").equals(INT_OR_STRING);
        rules.constraints(schema, path, direct, nested);
        return rules.errors;
    }

    private void constraints(JsonObject schema, String path, boolean skipAnyOf, boolean skipInFirstAllOf) {
        branches(schema, path, (branch, at) -> {
            if (!(skipAnyOf && at.startsWith(path + ".anyOf["))) {
                nested(branch, at, skipInFirstAllOf && at.equals(path + ".allOf[0]"));
            }
        });
        String pattern = schema.text("pattern");
        if (pattern != null) {
            RegexSyntax.problem(pattern)
                    .ifPresent(problem -> errors.add(FieldError.invalid(
                            path + ".pattern", pattern, "must be a valid regular expression, but isn't: " + problem)));
        }
    }

    private static void branches(JsonObject schema, String path, BiConsumer<JsonObject, String> each) {
        for (String junctor : JUNCTORS) {
            JsonArray branches = schema.array(junctor);
            for (int i = 0; i < branches.size(); i++) {
                each.accept(branches.object(i), path + "." + junctor + "[" + i + "]");
            }
        }
        if (schema.get("not") instanceof JsonObject not) {
            each.accept(not, path + ".not");
        }
    }

    private void nested(JsonObject branch, String path, boolean skipAnyOf) {
        constraints(branch, path, skipAnyOf, false);
        if (branch.get("items") instanceof JsonObject items) {
            nested(items, path + ".items", false);
        }
        JsonObject properties = branch.object("properties");
        for (int i = 0; i < properties.size(); i++) {
            if (properties.valueAt(i) instanceof JsonObject property) {
                nested(property, path + ".properties[" + properties.keyAt(i) + "]", false);
            }
        }
        for (String[] keyword : STRUCTURE) {
            Object value = branch.get(keyword[0]);
            boolean there = keyword[1].equals("undefined") ? value != null : !SchemaRules.isZero(value);
            if (there) {
                errors.add(
                        FieldError.forbidden(path + "." + keyword[0], "must be " + keyword[1] + " to be structural"));
            }
        }
        if (properties.containsKey("metadata")) {
            errors.add(
                    FieldError.forbidden(path + ".properties[metadata]", "must not be specified in a nested context"));
        }
    }

    /** The fields that constraints of the whole object name without their being declared. */
    static List<FieldError> checkComplete(JsonObject schema, String path) {
        JunctorRules rules = new JunctorRules();
        branches(schema, path, (branch, at) -> rules.complete(branch, at, schema, path));
        return rules.errors;
    }

    private void complete(JsonObject branch, String at, @Nullable JsonObject declared, String path) {
        if (declared == null) {
            errors.add(FieldError.required(path, "because it is defined in " + at));
            return;
        }
        branches(branch, at, (inner, innerAt) -> complete(inner, innerAt, declared, path));
        if (branch.get("items") instanceof JsonObject items) {
            JsonObject found = declared.get("items") instanceof JsonObject object ? object : null;
            complete(items, at + ".items", found, path + ".items");
        }
        JsonObject properties = branch.object("properties");
        for (int i = 0; i < properties.size(); i++) {
            if (properties.valueAt(i) instanceof JsonObject property) {
                String name = properties.keyAt(i);
                JsonObject found = declared.at("properties", name) instanceof JsonObject object ? object : null;
                String below = ".properties[" + name + "]";
                complete(property, at + below, found, path + below);
            }
        }
    }
}
