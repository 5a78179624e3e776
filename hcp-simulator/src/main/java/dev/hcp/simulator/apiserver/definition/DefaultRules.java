package dev.hcp.simulator.apiserver.definition;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.cel.Rules;
import dev.hcp.api.validation.schema.EmbeddedObjects;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.Pruning;
import dev.hcp.api.validation.schema.Schema;
import dev.hcp.api.validation.schema.SchemaCompiler;
import dev.hcp.api.validation.schema.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What defaults must be: values that their own schema takes as they are. */
final class DefaultRules {
    private final List<FieldError> errors = new ArrayList<>();

    private DefaultRules() {}

    static List<FieldError> check(JsonObject schema, String path) {
        DefaultRules rules = new DefaultRules();
        rules.walk(schema, path);
        return rules.errors;
    }

    private void walk(JsonObject schema, String path) {
        Object value = schema.get("default");
        if (value != null) {
            check(value, SchemaCompiler.compile(schema), path + ".default");
        }
        JsonObject properties = schema.object("properties");
        for (int i = 0; i < properties.size(); i++) {
            if (properties.valueAt(i) instanceof JsonObject property) {
                walk(property, path + ".properties[" + properties.keyAt(i) + "]");
            }
        }
        if (schema.get("additionalProperties") instanceof JsonObject additional) {
            walk(additional, path + ".additionalProperties");
        }
        if (schema.get("items") instanceof JsonObject items) {
            walk(items, path + ".items");
        }
    }

    private void check(Object value, Schema schema, String path) {
        if (!Objects.equals(Pruning.unknownFields(value, schema), value)) {
            errors.add(FieldError.invalid(path, value, "must not have unknown fields"));
        }
        List<FieldError> found = new ArrayList<>();
        EmbeddedObjects.check(value, schema, found);
        if (found.isEmpty()) {
            found.addAll(Validation.ofValue(value, schema));
        }
        if (found.isEmpty() && schema.hasRules()) {
            found.addAll(Rules.ofPart(schema).checkDefault(value));
        }
        for (FieldError error : found) {
            errors.add(new FieldError(at(path, error.field()), error.kind(), error.value(), error.detail()));
        }
    }

    private static String at(String path, String field) {
        return field.isEmpty() ? path : field.startsWith("[") ? path + field : path + "." + field;
    }
}
