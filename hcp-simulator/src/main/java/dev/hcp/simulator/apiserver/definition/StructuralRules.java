package dev.hcp.simulator.apiserver.definition;

import static dev.hcp.simulator.apiserver.definition.DefinitionSpec.text;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What makes a schema structural: every part says its type, and constraints alone are joined by logic. */
final class StructuralRules {
    private static final String EMBEDDED = "x-kubernetes-embedded-resource";
    private static final String PRESERVE = "x-kubernetes-preserve-unknown-fields";
    private static final String INT_OR_STRING = "x-kubernetes-int-or-string";

    private final List<FieldError> errors = new ArrayList<>();

    private StructuralRules() {}

    /** The errors, sorted as the reference sorts them. */
    static List<FieldError> check(JsonObject schema, String path) {
        StructuralRules rules = new StructuralRules();
        rules.node(schema, path, Place.ROOT);
        rules.errors.addAll(JunctorRules.checkComplete(schema, path));
        rules.errors.sort(Comparator.comparing(FieldError::message));
        return rules.errors;
    }

    private enum Place {
        ROOT("must not be empty at the root"),
        FIELD("must not be empty for specified object fields"),
        ITEM("must not be empty for specified array items");

        private final String typeMissing;

        Place(String typeMissing) {
            this.typeMissing = typeMissing;
        }
    }

    private void node(JsonObject schema, String path, Place place) {
        String type = text(schema, "type");
        if (schema.get("items") instanceof JsonObject items) {
            node(items, path + ".items", Place.ITEM);
        } else if (type.equals("array")) {
            errors.add(FieldError.required(path + ".items", "must be specified"));
        }
        JsonObject properties = schema.object("properties");
        for (int i = 0; i < properties.size(); i++) {
            if (properties.valueAt(i) instanceof JsonObject property) {
                node(property, path + ".properties[" + properties.keyAt(i) + "]", Place.FIELD);
            }
        }
        additional(schema, path, place);
        if (schema.isTrue(INT_OR_STRING)) {
            for (String other : List.of(PRESERVE, EMBEDDED)) {
                if (schema.isTrue(other)) {
                    errors.add(FieldError.invalid(
                            path + "." + other, true, "must be false if x-kubernetes-int-or-string is true"));
                }
            }
        }
        errors.addAll(JunctorRules.check(schema, path));
        type(schema, type, path, place);
        if (place == Place.ROOT || schema.isTrue(EMBEDDED)) {
            wholeObject(properties, path);
        }
        if (place == Place.ROOT && properties.get("metadata") instanceof JsonObject metadata && says(metadata)) {
            errors.add(
                    FieldError.forbidden(
                            path + ".properties[metadata]",
                            "must not specify anything other than name and generateName, but metadata is implicitly specified"));
        }
        if (schema.isTrue(EMBEDDED) && !schema.isTrue(PRESERVE) && properties.isEmpty()) {
            errors.add(FieldError.required(
                    path + ".properties",
                    "must not be empty if x-kubernetes-embedded-resource is true without "
                            + "x-kubernetes-preserve-unknown-fields"));
        }
    }

    private void additional(JsonObject schema, String path, Place place) {
        Object additional = schema.get("additionalProperties");
        if (additional == null) {
            return;
        }
        String at = path + ".additionalProperties";
        if (place == Place.ROOT) {
            errors.add(FieldError.forbidden(at, "must not be used at the root"));
        }
        if (additional instanceof JsonObject part) {
            node(part, at, Place.FIELD);
        }
        if (schema.isTrue(EMBEDDED)) {
            errors.add(FieldError.forbidden(at, "must not be used if x-kubernetes-embedded-resource is set"));
        }
    }

    private void type(JsonObject schema, String type, String path, Place place) {
        String at = path + ".type";
        if (schema.isTrue(EMBEDDED) && !type.equals("object")) {
            String words = "must be object if x-kubernetes-embedded-resource is true";
            errors.add(type.isEmpty() ? FieldError.required(at, words) : FieldError.invalid(at, type, words));
        } else if (type.isEmpty() && !schema.isTrue(INT_OR_STRING) && !schema.isTrue(PRESERVE)) {
            errors.add(FieldError.required(at, place.typeMissing));
        }
        if (place == Place.ROOT && !type.isEmpty() && !type.equals("object")) {
            errors.add(FieldError.invalid(at, type, "must be object at the root"));
        }
    }

    private void wholeObject(JsonObject properties, String path) {
        for (String field : List.of("kind", "apiVersion", "metadata")) {
            String wanted = field.equals("metadata") ? "object" : "string";
            if (properties.get(field) instanceof JsonObject schema
                    && !text(schema, "type").equals(wanted)) {
                errors.add(FieldError.invalid(
                        path + ".properties[" + field + "].type", text(schema, "type"), "must be " + wanted));
            }
        }
    }

    /** Whether the schema of metadata says more than what name and generateName look like. */
    private static boolean says(JsonObject metadata) {
        for (int i = 0; i < metadata.size(); i++) {
            String keyword = metadata.keyAt(i);
            boolean allowed =
                    switch (keyword) {
                        case "type", "default", "example", "externalDocs", "$schema" -> true;
                        case "properties" ->
                            Set.of("name", "generateName")
                                    .containsAll(metadata.object("properties").keySet());
                        default -> SchemaRules.isZero(metadata.valueAt(i));
                    };
            if (!allowed) {
                return true;
            }
        }
        return false;
    }
}
