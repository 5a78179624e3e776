package dev.hcp.simulator.apiserver.catalogue;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A schema as OpenAPI documents show it. */
final class SchemaExport {
    private SchemaExport() {}

    /** The schema as a tree. */
    static JsonObject of(Schema schema) {
        JsonObject.Builder out = JsonObject.builder(8);
        if (!schema.type().isEmpty()) {
            out.put("type", schema.type());
        } else if (schema.isDeduced()) {
            out.put("type", "object");
        }
        if (!schema.description().isEmpty()) {
            out.put("description", schema.description());
        }
        if (!schema.properties().isEmpty()) {
            JsonObject.Builder properties =
                    JsonObject.builder(schema.properties().size());
            for (Map.Entry<String, Schema> property : schema.properties().entrySet()) {
                properties.put(property.getKey(), of(property.getValue()));
            }
            out.put("properties", properties.build());
        }
        if (schema.additional() != null) {
            out.put("additionalProperties", of(schema.additional()));
        }
        if (schema.items() != null) {
            out.put("items", of(schema.items()));
        }
        if (schema.hasDefault()) {
            out.put("default", schema.defaultValue());
        }
        flags(schema, out);
        constraints(schema.constraints(), out);
        return out.build();
    }

    private static void flags(Schema schema, JsonObject.Builder out) {
        if (schema.nullable()) {
            out.put("nullable", true);
        }
        if (schema.preserveUnknown()) {
            out.put("x-kubernetes-preserve-unknown-fields", true);
        }
        if (schema.intOrString()) {
            out.put("x-kubernetes-int-or-string", true);
        }
        if (schema.embedded()) {
            out.put("x-kubernetes-embedded-resource", true);
        }
        if (schema.atomicMap()) {
            out.put("x-kubernetes-map-type", "atomic");
        }
        if (schema.listType() == Schema.ListType.SET) {
            out.put("x-kubernetes-list-type", "set");
        } else if (schema.listType() == Schema.ListType.MAP) {
            out.put("x-kubernetes-list-type", "map");
            out.put("x-kubernetes-list-map-keys", JsonArray.copyOf(schema.mapKeys()));
        }
        if (!schema.patchMergeKey().isEmpty()) {
            out.put("x-kubernetes-patch-merge-key", schema.patchMergeKey());
        }
        if (!schema.patchStrategy().isEmpty()) {
            out.put(
                    "x-kubernetes-patch-strategy",
                    String.join(",", schema.patchStrategy().stream().sorted().toList()));
        }
    }

    private static void constraints(Schema.Constraints constraints, JsonObject.Builder out) {
        put(out, "enum", constraints.enumeration());
        put(out, "required", constraints.required());
        putText(out, "pattern", constraints.patternText());
        putText(out, "format", constraints.format());
        putNumber(out, "minimum", constraints.minimum());
        putNumber(out, "maximum", constraints.maximum());
        putNumber(out, "multipleOf", constraints.multipleOf());
        putNumber(out, "minLength", constraints.minLength());
        putNumber(out, "maxLength", constraints.maxLength());
        putNumber(out, "minItems", constraints.minItems());
        putNumber(out, "maxItems", constraints.maxItems());
        putNumber(out, "minProperties", constraints.minProperties());
        putNumber(out, "maxProperties", constraints.maxProperties());
        if (!constraints.rules().isEmpty()) {
            out.put("x-kubernetes-validations", constraints.rules());
        }
    }

    private static void put(JsonObject.Builder out, String name, List<?> values) {
        if (!values.isEmpty()) {
            out.put(name, JsonArray.copyOf(values));
        }
    }

    private static void putText(JsonObject.Builder out, String name, String text) {
        if (!text.isEmpty()) {
            out.put(name, text);
        }
    }

    private static void putNumber(JsonObject.Builder out, String name, @Nullable Number number) {
        if (number != null) {
            out.put(name, number);
        }
    }
}
