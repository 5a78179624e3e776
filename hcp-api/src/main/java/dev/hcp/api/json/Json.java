package dev.hcp.api.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.hcp.api.HcpException;
import dev.hcp.api.model.Model;
import dev.hcp.api.model.ModelShape;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads, writes and converts immutable JSON trees. All methods are thread-safe.
 *
 * <p>Conversion to and from typed objects uses a mapper configured as fabric8's own, so the result is what a client
 * would send or receive.
 */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** Escapes as Go does. */
    static final JsonFactory GO_FACTORY = new JsonFactory().setCharacterEscapes(new GoEscapes());

    /** Costs hundreds of classes to load, which trees alone do not need. */
    private static final class Typed {
        private static final ObjectMapper MAPPER = new ObjectMapper();
        private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization(MAPPER, false);
    }

    private Json() {}

    /** The serialization that {@link #toType} and {@link #toTree} use: fabric8's rules, for its models and ours. */
    public static KubernetesSerialization serialization() {
        return Typed.SERIALIZATION;
    }

    /**
     * Parses JSON text.
     *
     * @throws JsonSyntaxException when the text is not one JSON value
     */
    public static @Nullable Object parse(byte[] utf8) {
        try (JsonParser parser = FACTORY.createParser(utf8)) {
            return parseWhole(parser);
        } catch (JsonProcessingException e) {
            throw new JsonSyntaxException(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Parses JSON text.
     *
     * @throws JsonSyntaxException when the text is not one JSON value
     */
    public static @Nullable Object parse(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return parseWhole(parser);
        } catch (JsonProcessingException e) {
            throw new JsonSyntaxException(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Parses JSON text that must be an object.
     *
     * @throws JsonSyntaxException when the text is not one JSON object
     */
    public static JsonObject parseObject(String text) {
        if (parse(text) instanceof JsonObject object) {
            return object;
        }
        throw new JsonSyntaxException("expected a JSON object", null);
    }

    private static @Nullable Object parseWhole(JsonParser parser) throws IOException {
        parser.nextToken();
        Object value = read(parser);
        if (parser.nextToken() != null) {
            throw new JsonSyntaxException("there is text after the end of the JSON value", null);
        }
        return value;
    }

    /** The compact JSON text of a tree, keys sorted. */
    public static String write(@Nullable Object tree) {
        StringWriter writer = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(writer)) {
            write(tree, generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return writer.toString();
    }

    /** The compact UTF-8 JSON text of a tree, keys sorted. */
    public static byte[] writeBytes(@Nullable Object tree) {
        return writeBytes(tree, FACTORY);
    }

    static byte[] writeBytes(@Nullable Object tree, JsonFactory factory) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try (JsonGenerator generator = factory.createGenerator(out)) {
            write(tree, generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Writes a tree to a Jackson generator. */
    public static void write(@Nullable Object tree, JsonGenerator generator) throws IOException {
        if (tree == null) {
            generator.writeNull();
        } else if (tree instanceof String text) {
            generator.writeString(text);
        } else if (tree instanceof JsonObject object) {
            generator.writeStartObject();
            for (int i = 0; i < object.size(); i++) {
                generator.writeFieldName(object.keyAt(i));
                write(object.valueAt(i), generator);
            }
            generator.writeEndObject();
        } else if (tree instanceof JsonArray array) {
            generator.writeStartArray();
            for (int i = 0; i < array.size(); i++) {
                write(array.get(i), generator);
            }
            generator.writeEndArray();
        } else if (tree instanceof Long number) {
            writeNumber(number, generator);
        } else if (tree instanceof Double number) {
            generator.writeNumber(number);
        } else if (tree instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else {
            write(freeze(tree), generator);
        }
    }

    /** As an int where it is one: some models tell ints from longs, such as IntOrString. */
    private static void writeNumber(long number, JsonGenerator generator) throws IOException {
        if (number == (int) number) {
            generator.writeNumber((int) number);
        } else {
            generator.writeNumber(number);
        }
    }

    /** Reads the value at the parser's current token into a tree. */
    public static @Nullable Object read(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new JsonSyntaxException("unexpected end of JSON input", null);
        }
        switch (token) {
            case START_OBJECT -> {
                JsonObject.Builder builder = JsonObject.builder(8);
                for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                    parser.nextToken();
                    builder.put(name, read(parser));
                }
                return builder.build();
            }
            case START_ARRAY -> {
                List<@Nullable Object> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(read(parser));
                }
                return JsonArray.copyOf(items);
            }
            case VALUE_STRING -> {
                return parser.getText();
            }
            case VALUE_NUMBER_INT -> {
                return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? (Object) parser.getDoubleValue()
                        : (Object) parser.getLongValue();
            }
            case VALUE_NUMBER_FLOAT -> {
                return parser.getDoubleValue();
            }
            case VALUE_TRUE -> {
                return Boolean.TRUE;
            }
            case VALUE_FALSE -> {
                return Boolean.FALSE;
            }
            case VALUE_NULL -> {
                return null;
            }
            case VALUE_EMBEDDED_OBJECT -> {
                return freeze(parser.getEmbeddedObject());
            }
            default -> throw new JsonSyntaxException("unexpected token " + token, null);
        }
    }

    /** The tree of a typed object, as a client would send it. */
    public static JsonObject toTree(Object typed) {
        if (typed instanceof JsonObject tree) {
            return tree;
        }
        if (typed instanceof Model model) {
            return ModelShape.treeOf(model);
        }
        try (TokenBuffer buffer = new TokenBuffer(Typed.MAPPER, false)) {
            Typed.MAPPER.writeValue(buffer, typed);
            try (JsonParser parser = buffer.asParser()) {
                parser.nextToken();
                if (read(parser) instanceof JsonObject object) {
                    return object;
                }
                throw new HcpException(typed.getClass().getName() + " does not serialize to a JSON object");
            }
        } catch (IOException e) {
            throw new HcpException("cannot serialize " + typed.getClass().getName() + ": " + e.getMessage(), e);
        }
    }

    /**
     * The typed form of a tree, as a client would receive it.
     *
     * @throws HcpException when the tree does not fit the type
     */
    public static <T> T toType(JsonObject tree, Class<T> type) {
        try (TokenBuffer buffer = new TokenBuffer(Typed.MAPPER, false)) {
            if (CustomResource.class.isAssignableFrom(type)) {
                writeEnvelope(tree, buffer, ModelShape.modelAttributes(type));
            } else {
                write(tree, buffer);
            }
            try (JsonParser parser = buffer.asParser()) {
                return Typed.MAPPER.readValue(parser, type);
            }
        } catch (IOException e) {
            throw new HcpException("cannot read " + type.getName() + ": " + e.getMessage(), e);
        }
    }

    /** Models are read from trees, so those parts need not be taken apart first. */
    private static void writeEnvelope(JsonObject tree, TokenBuffer buffer, Set<String> models) throws IOException {
        buffer.writeStartObject();
        for (int i = 0; i < tree.size(); i++) {
            buffer.writeFieldName(tree.keyAt(i));
            Object value = tree.valueAt(i);
            if (value instanceof JsonObject && models.contains(tree.keyAt(i))) {
                buffer.writeEmbeddedObject(value);
            } else {
                write(value, buffer);
            }
        }
        buffer.writeEndObject();
    }

    /**
     * An immutable tree equal to a value built from maps, collections, strings, numbers and booleans. Trees are returned
     * as they are; whole numbers become {@code Long}, others {@code Double}; anything else is an error.
     */
    public static @Nullable Object freeze(@Nullable Object value) {
        if (value == null
                || value instanceof String
                || value instanceof JsonObject
                || value instanceof JsonArray
                || value instanceof Long
                || value instanceof Double
                || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Float number) {
            return (double) number;
        }
        if (value instanceof BigInteger number) {
            return number.bitLength() < 64 ? (Object) number.longValue() : (Object) number.doubleValue();
        }
        if (value instanceof BigDecimal number) {
            return number.doubleValue();
        }
        if (value instanceof Map<?, ?> map) {
            JsonObject.Builder builder = JsonObject.builder(map.size());
            map.forEach((key, item) -> builder.put(String.valueOf(key), item));
            return builder.build();
        }
        if (value instanceof Collection<?> items) {
            return JsonArray.copyOf(items);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        throw new IllegalArgumentException(
                "not a JSON value: " + value.getClass().getName() + "; convert typed objects with Json.toTree");
    }
}
