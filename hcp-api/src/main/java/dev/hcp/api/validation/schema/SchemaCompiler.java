package dev.hcp.api.validation.schema;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Compiles the {@code openAPIV3Schema} of a custom resource definition. */
public final class SchemaCompiler {
    private SchemaCompiler() {}

    /** The schema of a custom resource: root fields that every object has are added. */
    public static Schema compileRoot(JsonObject openApi) {
        return compile(openApi, true);
    }

    /** The schema of a value. */
    public static Schema compile(JsonObject openApi) {
        return compile(openApi, false);
    }

    private static Schema compile(JsonObject source, boolean root) {
        String type = source.text("type");
        Schema.Builder builder = Schema.builder(type == null ? "" : type);
        JsonObject properties = source.object("properties");
        for (int i = 0; i < properties.size(); i++) {
            if (properties.valueAt(i) instanceof JsonObject property) {
                builder.property(properties.keyAt(i), compile(property, false));
            }
        }
        boolean embedded = source.isTrue("x-kubernetes-embedded-resource");
        if (root || embedded) {
            builder.property("apiVersion", Schema.builder("string").build());
            builder.property("kind", Schema.builder("string").build());
            builder.property("metadata", MetaSchemas.objectMeta(source.object("properties", "metadata")));
        }
        Object additional = source.get("additionalProperties");
        if (additional instanceof JsonObject schema) {
            builder.additional(compile(schema, false));
        } else if (Boolean.TRUE.equals(additional)) {
            builder.additional(Schema.ANY);
        }
        if (source.get("items") instanceof JsonObject items) {
            builder.items(compile(items, false));
        }
        builder.nullable(source.isTrue("nullable"))
                .preserveUnknown(source.isTrue("x-kubernetes-preserve-unknown-fields"))
                .intOrString(source.isTrue("x-kubernetes-int-or-string"))
                .embedded(embedded)
                .atomicMap("atomic".equals(source.text("x-kubernetes-map-type")))
                .constraints(constraints(source));
        String description = source.text("description");
        if (description != null) {
            builder.description(description);
        }
        Object defaultValue = source.get("default");
        if (defaultValue != null) {
            builder.defaultValue(defaultValue);
        }
        String listType = source.text("x-kubernetes-list-type");
        if ("set".equals(listType)) {
            builder.list(Schema.ListType.SET, List.of());
        } else if ("map".equals(listType)) {
            builder.list(Schema.ListType.MAP, texts(source.array("x-kubernetes-list-map-keys")));
        }
        Schema compiled = builder.build();
        if (!compiled.hasDefault()) {
            return compiled;
        }
        // A default is stored with the defaults below it, so that it is inserted as it is.
        Object whole = Defaulting.apply(compiled.defaultValue(), compiled);
        return whole == compiled.defaultValue()
                ? compiled
                : builder.defaultValue(whole).build();
    }

    private static Schema.Constraints constraints(JsonObject source) {
        return new Schema.Constraints(
                new ArrayList<>(source.array("enum")),
                texts(source.array("required")),
                pattern(source.text("pattern")),
                textOf(source.text("pattern")),
                number(source.get("minimum")),
                source.isTrue("exclusiveMinimum"),
                number(source.get("maximum")),
                source.isTrue("exclusiveMaximum"),
                number(source.get("multipleOf")),
                limit(source.get("minLength")),
                limit(source.get("maxLength")),
                limit(source.get("minItems")),
                limit(source.get("maxItems")),
                limit(source.get("minProperties")),
                limit(source.get("maxProperties")),
                textOf(source.text("format")),
                schemas(source.array("allOf")),
                schemas(source.array("anyOf")),
                schemas(source.array("oneOf")),
                source.get("not") instanceof JsonObject not ? compile(not, false) : null,
                source.array("x-kubernetes-validations"));
    }

    private static String textOf(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable Number number(@Nullable Object value) {
        return value instanceof Number number ? number : null;
    }

    private static @Nullable Long limit(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : null;
    }

    private static List<String> texts(JsonArray array) {
        List<String> texts = new ArrayList<>();
        for (Object item : array) {
            texts.add(String.valueOf(item));
        }
        return List.copyOf(texts);
    }

    private static List<Schema> schemas(JsonArray array) {
        List<Schema> schemas = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            schemas.add(compile(array.object(i), false));
        }
        return List.copyOf(schemas);
    }

    /** The pattern in Java's dialect, or null when there is none or it is not a regular expression. */
    public static @Nullable Pattern pattern(@Nullable String re2) {
        if (re2 == null) {
            return null;
        }
        try {
            return GoPattern.compile(re2);
        } catch (PatternSyntaxException e) {
            return null;
        }
    }
}
