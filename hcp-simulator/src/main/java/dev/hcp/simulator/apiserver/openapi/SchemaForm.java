package dev.hcp.simulator.apiserver.openapi;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.GoScalars;
import dev.hcp.api.validation.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Schemas in the form of OpenAPI documents. Version 2 gets only what its older readers understand. */
final class SchemaForm {
    private SchemaForm() {}

    /** The schema with all that is in it. */
    static JsonObject of(Schema schema, Dialect dialect) {
        JsonObject whole = keywords(schema, dialect);
        if (dialect == Dialect.V2 && (schema.nullable() || schema.preserveUnknown())) {
            // Readers of version 2 take declared members for all there can be.
            return whole;
        }
        if (!schema.properties().isEmpty()) {
            JsonObject.Builder properties =
                    JsonObject.builder(schema.properties().size());
            for (Map.Entry<String, Schema> property : schema.properties().entrySet()) {
                properties.put(property.getKey(), of(property.getValue(), dialect));
            }
            whole = whole.with("properties", properties.build());
        }
        if (schema.additional() != null) {
            whole = whole.with("additionalProperties", of(schema.additional(), dialect));
        }
        if (schema.items() != null) {
            whole = whole.with("items", of(schema.items(), dialect));
        }
        return whole;
    }

    /** The schema without what is in it. */
    static JsonObject keywords(Schema schema, Dialect dialect) {
        JsonObject.Builder out = JsonObject.builder(8);
        boolean stripped = dialect == Dialect.V2;
        // A list without items, which is what is left of one that keeps what is unknown, is an error to these readers.
        boolean openList = schema.preserveUnknown() && schema.type().equals("array");
        if (!schema.type().isEmpty() && !(stripped && (schema.nullable() || openList))) {
            out.put("type", schema.type());
        }
        putText(out, "description", schema.description());
        constraints(schema.constraints(), requiredIn(schema, stripped), out);
        scalar(schema.typeName(), out);
        if (!stripped) {
            if (schema.hasDefault()) {
                out.put("default", schema.defaultValue());
            }
            if (schema.nullable()) {
                out.put("nullable", true);
            }
            put(out, "allOf", exported(schema.constraints().allOf(), dialect));
            put(out, "anyOf", exported(schema.constraints().anyOf(), dialect));
            put(out, "oneOf", exported(schema.constraints().oneOf(), dialect));
            Schema not = schema.constraints().not();
            if (not != null) {
                out.put("not", of(not, dialect));
            }
        }
        extensions(schema, out);
        merging(schema, out);
        return out.build();
    }

    /** How values of the schema are merged. */
    static JsonObject merging(Schema schema) {
        JsonObject.Builder out = JsonObject.builder(4);
        merging(schema, out);
        return out.build();
    }

    private static void merging(Schema schema, JsonObject.Builder out) {
        if (schema.listType() == Schema.ListType.SET) {
            out.put("x-kubernetes-list-type", "set");
        } else if (schema.listType() == Schema.ListType.MAP) {
            out.put("x-kubernetes-list-type", "map");
            out.put("x-kubernetes-list-map-keys", JsonArray.copyOf(schema.mapKeys()));
        }
        putText(out, "x-kubernetes-patch-merge-key", schema.patchMergeKey());
        putText(
                out,
                "x-kubernetes-patch-strategy",
                String.join(",", schema.patchStrategy().stream().sorted().toList()));
    }

    private static void extensions(Schema schema, JsonObject.Builder out) {
        boolean plainAny = schema.typeName().isEmpty() && schema.preserveUnknown();
        if (plainAny) {
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
        if (!schema.constraints().rules().isEmpty()) {
            out.put("x-kubernetes-validations", schema.constraints().rules());
        }
    }

    /** Formats of built-in scalars go by the name of their Go type. */
    private static void scalar(String typeName, JsonObject.Builder out) {
        switch (typeName) {
            case "int32", "int64" -> out.put("format", typeName);
            case GoScalars.TIME, GoScalars.MICRO_TIME -> out.put("format", "date-time");
            case GoScalars.BYTES -> out.put("format", "byte");
            default -> {}
        }
    }

    /** Version 2 cannot say that a required member may be null. */
    private static List<String> requiredIn(Schema schema, boolean stripped) {
        List<String> required = schema.constraints().required();
        if (!stripped) {
            return required;
        }
        return required.stream()
                .filter(name -> {
                    Schema property = schema.properties().get(name);
                    return property == null || !property.nullable();
                })
                .toList();
    }

    private static void constraints(Schema.Constraints constraints, List<String> required, JsonObject.Builder out) {
        put(out, "enum", constraints.enumeration());
        put(out, "required", required);
        putText(out, "pattern", constraints.patternText());
        putText(out, "format", constraints.format());
        out.putIfPresent("minimum", constraints.minimum());
        out.putIfPresent("maximum", constraints.maximum());
        if (constraints.exclusiveMinimum()) {
            out.put("exclusiveMinimum", true);
        }
        if (constraints.exclusiveMaximum()) {
            out.put("exclusiveMaximum", true);
        }
        out.putIfPresent("multipleOf", constraints.multipleOf());
        out.putIfPresent("minLength", constraints.minLength());
        out.putIfPresent("maxLength", constraints.maxLength());
        out.putIfPresent("minItems", constraints.minItems());
        out.putIfPresent("maxItems", constraints.maxItems());
        out.putIfPresent("minProperties", constraints.minProperties());
        out.putIfPresent("maxProperties", constraints.maxProperties());
    }

    private static List<JsonObject> exported(List<Schema> schemas, Dialect dialect) {
        List<JsonObject> exported = new ArrayList<>(schemas.size());
        for (Schema schema : schemas) {
            exported.add(of(schema, dialect));
        }
        return exported;
    }

    private static void put(JsonObject.Builder out, String name, List<? extends @Nullable Object> values) {
        if (!values.isEmpty()) {
            out.put(name, JsonArray.copyOf(values));
        }
    }

    private static void putText(JsonObject.Builder out, String name, String text) {
        if (!text.isEmpty()) {
            out.put(name, text);
        }
    }
}
