package dev.hcp.simulator.apiserver.protobuf;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** OpenAPI 2 documents as the messages of gnostic's {@code openapi.v2.Document}, the one form in which client-go asks for them. */
public final class OpenApiMessage {
    /** Fields of {@code openapi.v2.Schema} that hold text. */
    private static final Map<String, Integer> TEXTS =
            Map.of("$ref", 1, "format", 2, "title", 3, "description", 4, "pattern", 13);

    private static final Map<String, Integer> NUMBERS = Map.of("multipleOf", 6, "maximum", 7, "minimum", 9);
    private static final Map<String, Integer> COUNTS = Map.of(
            "maxLength", 11, "minLength", 12, "maxItems", 14, "minItems", 15, "maxProperties", 17, "minProperties", 18);
    private static final Map<String, Integer> FLAGS =
            Map.of("exclusiveMaximum", 8, "exclusiveMinimum", 10, "uniqueItems", 16);
    private static final int SCHEMA_EXTENSION = 31;
    private static final int OPERATION_EXTENSION = 13;
    private static final Map<String, Integer> METHODS =
            Map.of("get", 2, "put", 3, "post", 4, "delete", 5, "options", 6, "head", 7, "patch", 8);

    /** Grows from its end: what comes last in a message is written first. */
    private final WireWriter out = new WireWriter(1 << 20);

    private OpenApiMessage() {}

    /** The message of a document. */
    public static byte[] of(JsonObject document) {
        OpenApiMessage message = new OpenApiMessage();
        message.named(9, document.object("definitions"), 1, message::schema);
        message.named(8, document.object("paths"), 2, message::path);
        message.nested(2, () -> {
            message.text(2, document.text("info", "version"));
            message.text(1, document.text("info", "title"));
        });
        message.text(1, document.text("swagger"));
        return message.out.written();
    }

    @FunctionalInterface
    private interface Content {
        void write(JsonObject value);
    }

    private void nested(int field, Runnable content) {
        int before = out.size();
        content.run();
        out.delimit(field, before);
    }

    private void text(int field, @Nullable String text) {
        if (text != null) {
            out.text(field, text);
        }
    }

    private void texts(int field, JsonArray texts) {
        for (int i = texts.size() - 1; i >= 0; i--) {
            out.text(field, String.valueOf(texts.get(i)));
        }
    }

    private void flag(int field, @Nullable Object value) {
        if (Boolean.TRUE.equals(value)) {
            out.varint(field, 1);
        }
    }

    /** A message that holds a list of names with values. */
    private void named(int field, JsonObject members, int entries, Content content) {
        nested(field, () -> {
            for (int i = members.size() - 1; i >= 0; i--) {
                String name = members.keyAt(i);
                if (members.valueAt(i) instanceof JsonObject value) {
                    nested(entries, () -> {
                        nested(2, () -> content.write(value));
                        out.text(1, name);
                    });
                }
            }
        });
    }

    private void schema(JsonObject schema) {
        extensions(SCHEMA_EXTENSION, schema);
        if (schema.containsKey("properties")) {
            named(25, schema.object("properties"), 1, this::schema);
        }
        schemas(24, schema.array("allOf"));
        if (schema.get("items") instanceof JsonObject items) {
            nested(23, () -> nested(1, () -> schema(items)));
        }
        String type = schema.text("type");
        if (type != null) {
            nested(22, () -> out.text(1, type));
        }
        Object additional = schema.get("additionalProperties");
        if (additional instanceof JsonObject values) {
            nested(21, () -> nested(1, () -> schema(values)));
        }
        JsonArray constants = schema.array("enum");
        for (int i = constants.size() - 1; i >= 0; i--) {
            any(20, constants.get(i));
        }
        texts(19, schema.array("required"));
        scalars(schema);
    }

    private void schemas(int field, JsonArray schemas) {
        for (int i = schemas.size() - 1; i >= 0; i--) {
            JsonObject schema = schemas.object(i);
            nested(field, () -> schema(schema));
        }
    }

    private void scalars(JsonObject schema) {
        for (int i = 0; i < schema.size(); i++) {
            String name = schema.keyAt(i);
            Object value = schema.valueAt(i);
            if (TEXTS.containsKey(name)) {
                text(TEXTS.get(name), value instanceof String text ? text : null);
            } else if (NUMBERS.containsKey(name) && value instanceof Number number) {
                out.fixed64(number.doubleValue());
                out.tag(NUMBERS.get(name), Wire.FIXED_64);
            } else if (COUNTS.containsKey(name) && value instanceof Number number) {
                out.varint(COUNTS.get(name), number.longValue());
            } else if (FLAGS.containsKey(name)) {
                flag(FLAGS.get(name), value);
            }
        }
    }

    private void extensions(int field, JsonObject object) {
        for (int i = object.size() - 1; i >= 0; i--) {
            String name = object.keyAt(i);
            Object value = object.valueAt(i);
            if (name.startsWith("x-")) {
                nested(field, () -> {
                    any(2, value);
                    out.text(1, name);
                });
            }
        }
    }

    /** A value of any shape is YAML text, of which JSON is a part. */
    private void any(int field, @Nullable Object value) {
        nested(field, () -> out.text(2, Json.write(value)));
    }

    private void path(JsonObject path) {
        parameters(9, path.array("parameters"));
        METHODS.forEach((method, field) -> {
            if (path.get(method) instanceof JsonObject operation) {
                nested(field, () -> operation(operation));
            }
        });
    }

    private void operation(JsonObject operation) {
        extensions(OPERATION_EXTENSION, operation);
        named(
                9,
                operation.object("responses"),
                1,
                response -> nested(1, () -> {
                    if (response.get("schema") instanceof JsonObject schema) {
                        nested(2, () -> nested(1, () -> schema(schema)));
                    }
                    text(1, response.text("description"));
                }));
        parameters(8, operation.array("parameters"));
        texts(7, operation.array("consumes"));
        text(5, operation.text("operationId"));
        texts(1, operation.array("tags"));
    }

    private void parameters(int field, JsonArray parameters) {
        for (int i = parameters.size() - 1; i >= 0; i--) {
            JsonObject parameter = parameters.object(i);
            nested(field, () -> nested(1, () -> parameter(parameter)));
        }
    }

    private void parameter(JsonObject parameter) {
        String in = String.valueOf(parameter.text("in"));
        if (in.equals("body")) {
            nested(1, () -> {
                nested(5, () -> schema(parameter.object("schema")));
                flag(4, parameter.get("required"));
                text(3, in);
                text(2, parameter.text("name"));
            });
            return;
        }
        boolean query = in.equals("query");
        nested(
                2,
                () -> nested(query ? 3 : 4, () -> {
                    text(query ? 6 : 5, parameter.text("type"));
                    text(4, parameter.text("name"));
                    text(2, in);
                    flag(1, parameter.get("required"));
                }));
    }
}
