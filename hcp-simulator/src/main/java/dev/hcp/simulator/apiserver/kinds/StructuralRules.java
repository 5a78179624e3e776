package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.cel.RuleDefinitions;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.Schema;
import dev.hcp.api.validation.schema.SchemaCompiler;
import dev.hcp.api.validation.schema.Validation;
import java.util.ArrayList;
import java.util.List;

/** What makes a schema structural: every part says its type, and defaults fit. */
final class StructuralRules {
    private final List<FieldError> errors;

    private StructuralRules(List<FieldError> errors) {
        this.errors = errors;
    }

    static void check(JsonObject schema, String path, List<FieldError> errors) {
        List<FieldError> found = new ArrayList<>();
        new StructuralRules(found).node(schema, path, Place.ROOT);
        if (found.isEmpty()) {
            new StructuralRules(found).defaults(schema, path);
            Schema compiled = SchemaCompiler.compileRoot(schema);
            if (compiled.hasRules()) {
                found.addAll(RuleDefinitions.check(compiled, path));
            }
        }
        errors.addAll(found);
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
        String type = Trees.text(schema, "type");
        boolean free =
                schema.isTrue("x-kubernetes-int-or-string") || schema.isTrue("x-kubernetes-preserve-unknown-fields");
        JsonObject properties = schema.object("properties");
        for (int i = 0; i < properties.size(); i++) {
            if (properties.valueAt(i) instanceof JsonObject property) {
                node(property, path + ".properties[" + properties.keyAt(i) + "]", Place.FIELD);
            }
        }
        if (schema.get("additionalProperties") instanceof JsonObject additional) {
            node(additional, path + ".additionalProperties", Place.FIELD);
        }
        if (schema.get("items") instanceof JsonObject items) {
            node(items, path + ".items", Place.ITEM);
        }
        if (type.isEmpty() && (!free || place == Place.ROOT)) {
            errors.add(FieldError.required(path + ".type", place.typeMissing));
        } else if (place == Place.ROOT && !type.equals("object")) {
            errors.add(FieldError.invalid(path + ".type", type, "must be object at the root"));
        }
        if (type.equals("array") && schema.get("items") == null) {
            errors.add(FieldError.required(path + ".items", "must be specified"));
        }
        if (!properties.isEmpty() && schema.get("additionalProperties") instanceof JsonObject) {
            errors.add(FieldError.forbidden(
                    path + ".additionalProperties", "additionalProperties and properties are mutual exclusive"));
        }
        if (place == Place.ROOT && schema.isTrue("nullable")) {
            errors.add(FieldError.forbidden(path + ".nullable", "nullable cannot be true at the root"));
        }
        if (Boolean.FALSE.equals(schema.get("x-kubernetes-preserve-unknown-fields"))) {
            errors.add(FieldError.invalid(
                    path + ".x-kubernetes-preserve-unknown-fields", false, "must be true or undefined"));
        }
        if (schema.isTrue("uniqueItems")) {
            errors.add(FieldError.forbidden(
                    path + ".uniqueItems",
                    "uniqueItems cannot be set to true since the runtime complexity becomes quadratic"));
        }
        lists(schema, path, type);
    }

    private void lists(JsonObject schema, String path, String type) {
        String listType = schema.text("x-kubernetes-list-type");
        if (listType == null) {
            return;
        }
        if (!type.equals("array")) {
            errors.add(
                    FieldError.invalid(path + ".type", type, "must be array if x-kubernetes-list-type is specified"));
        }
        if (!List.of("atomic", "set", "map").contains(listType)) {
            errors.add(FieldError.notSupported(
                    path + ".x-kubernetes-list-type", listType, List.of("atomic", "set", "map")));
        }
        if (!listType.equals("map")) {
            return;
        }
        JsonArray keys = schema.array("x-kubernetes-list-map-keys");
        if (keys.isEmpty()) {
            errors.add(FieldError.required(
                    path + ".x-kubernetes-list-map-keys", "must not be empty if x-kubernetes-list-type is map"));
        }
        JsonObject items = schema.object("items");
        for (int i = 0; i < keys.size(); i++) {
            String key = String.valueOf(keys.get(i));
            JsonObject property = items.object("properties", key);
            if (property.isEmpty()) {
                errors.add(FieldError.invalid(
                        path + ".x-kubernetes-list-map-keys[" + i + "]",
                        key,
                        "entries must all be names of item properties"));
            } else if (property.get("default") == null
                    && !items.array("required").contains(key)) {
                errors.add(FieldError.required(
                        path + ".items.properties[" + key + "].default",
                        "this property is in x-kubernetes-list-map-keys, so it must have a default or be a required "
                                + "property"));
            }
        }
    }

    private void defaults(JsonObject schema, String path) {
        Object value = schema.get("default");
        if (value != null) {
            for (FieldError error : Validation.ofValue(value, SchemaCompiler.compile(schema))) {
                errors.add(new FieldError(
                        path + ".default" + (error.field().isEmpty() ? "" : "." + error.field()),
                        error.kind(),
                        error.value(),
                        error.detail()));
            }
        }
        JsonObject properties = schema.object("properties");
        for (int i = 0; i < properties.size(); i++) {
            if (properties.valueAt(i) instanceof JsonObject property) {
                defaults(property, path + ".properties[" + properties.keyAt(i) + "]");
            }
        }
        if (schema.get("additionalProperties") instanceof JsonObject additional) {
            defaults(additional, path + ".additionalProperties");
        }
        if (schema.get("items") instanceof JsonObject items) {
            defaults(items, path + ".items");
        }
    }
}
