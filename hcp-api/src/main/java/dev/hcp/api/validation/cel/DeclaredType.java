package dev.hcp.api.validation.cel;

import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.hcp.api.validation.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The CEL type of a part of a schema, with what bounds the size of its values. Immutable.
 *
 * @param celType the type that rules are checked with
 * @param schema the part of the schema
 * @param maxElements at most so many bytes, items or members; 0 where sizes mean nothing
 * @param minSerializedSize bytes that the smallest value takes in a request
 * @param fields of an object: its fields by their names in rules
 * @param element of a list or map: the type of its items or values
 */
record DeclaredType(
        CelType celType,
        Schema schema,
        long maxElements,
        long minSerializedSize,
        Map<String, Field> fields,
        @Nullable DeclaredType element) {
    /** The largest request that a server takes, in bytes; nothing in an object is larger. */
    static final long MAX_REQUEST_BYTES = 3 * 1024 * 1024;

    private static final Schema STRING = Schema.builder("string").build();

    /**
     * A field of an object.
     *
     * @param name its name in objects
     * @param type its type
     */
    record Field(String name, DeclaredType type) {}

    /** The type of a map's keys. */
    static final DeclaredType KEY =
            new DeclaredType(SimpleType.STRING, STRING, MAX_REQUEST_BYTES - 2, 2, Map.of(), null);

    /**
     * The type of a part of a schema, or nothing when rules cannot see it.
     *
     * @param whole whether it describes a whole object, which always has apiVersion, kind and a name
     * @param name the name of the type, should it be an object's
     * @param structs takes the types of objects
     */
    static Optional<DeclaredType> of(Schema schema, boolean whole, String name, List<CelType> structs) {
        if (schema.intOrString()) {
            return Optional.of(scalar(SimpleType.DYN, schema, MAX_REQUEST_BYTES - 2, 1));
        }
        return switch (schema.type()) {
            case "array" -> list(schema, name, structs);
            case "object" ->
                schema.additional() != null && schema.additional() != Schema.ANY && !whole
                        ? map(schema, schema.additional(), name, structs)
                        : Optional.of(object(schema, whole, name, structs));
            case "string" -> Optional.of(string(schema));
            case "boolean" -> Optional.of(scalar(SimpleType.BOOL, schema, 0, 4));
            case "integer" -> Optional.of(scalar(SimpleType.INT, schema, 0, 1));
            case "number" -> Optional.of(scalar(SimpleType.DOUBLE, schema, 0, 1));
            default -> Optional.empty();
        };
    }

    private static DeclaredType scalar(CelType type, Schema schema, long maxElements, long minSize) {
        return new DeclaredType(type, schema, maxElements, minSize, Map.of(), null);
    }

    private static Optional<DeclaredType> list(Schema schema, String name, List<CelType> structs) {
        Schema items = schema.items();
        if (items == null) {
            return Optional.empty();
        }
        return of(items, items.embedded(), name + ".@idx", structs).map(element -> {
            Long limit = schema.constraints().maxItems();
            long max = limit != null ? Math.max(0, limit) : (MAX_REQUEST_BYTES - 2) / (element.minSerializedSize + 1);
            return new DeclaredType(ListType.create(element.celType), schema, max, 2, Map.of(), element);
        });
    }

    private static Optional<DeclaredType> map(Schema schema, Schema values, String name, List<CelType> structs) {
        return of(values, values.embedded(), name + ".@elem", structs).map(element -> {
            Long limit = schema.constraints().maxProperties();
            // A member takes a key of at least two bytes, a colon and a comma.
            long max = limit != null ? Math.max(0, limit) : (MAX_REQUEST_BYTES - 2) / (element.minSerializedSize + 6);
            CelType type = MapType.create(SimpleType.STRING, element.celType);
            return new DeclaredType(type, schema, max, 2, Map.of(), element);
        });
    }

    @SuppressWarnings("Immutable") // The fields are not changed once they are known.
    private static DeclaredType object(Schema schema, boolean whole, String name, List<CelType> structs) {
        Map<String, Field> fields = new TreeMap<>();
        long minSize = 2;
        for (Map.Entry<String, Schema> entry : schema.properties().entrySet()) {
            String property = entry.getKey();
            Schema member = whole && property.equals("metadata") ? visibleMetadata(entry.getValue()) : entry.getValue();
            String escaped = FieldNames.escape(property).orElse("");
            Optional<DeclaredType> type = of(member, member.embedded(), name + "." + escaped, structs);
            if (type.isEmpty()) {
                continue;
            }
            if (!escaped.isEmpty()) {
                fields.put(escaped, new Field(property, type.get()));
            }
            if (!member.hasDefault() && schema.constraints().required().contains(property)) {
                minSize += property.length() + type.get().minSerializedSize + 4;
            }
        }
        StructType struct = StructType.create(
                name, ImmutableSet.copyOf(fields.keySet()), field -> Optional.ofNullable(fields.get(field))
                        .map(found -> found.type.celType));
        structs.add(struct);
        return new DeclaredType(struct, schema, 0, minSize, fields, null);
    }

    /** Rules see the name of an object and nothing else of its metadata. */
    private static Schema visibleMetadata(Schema metadata) {
        Schema.Builder builder = Schema.builder("object");
        for (String name : List.of("name", "generateName")) {
            builder.property(name, metadata.properties().getOrDefault(name, STRING));
        }
        return builder.build();
    }

    private static DeclaredType string(Schema schema) {
        String format = schema.constraints().format();
        Long limit = schema.constraints().maxLength();
        return switch (format) {
            case "byte" ->
                scalar(SimpleType.BYTES, schema, limit != null ? Math.max(0, limit) : MAX_REQUEST_BYTES - 2, 2);
            case "duration" -> scalar(SimpleType.DURATION, schema, 32, 3);
            case "date" -> scalar(SimpleType.TIMESTAMP, schema, 12, 12);
            case "date-time" -> scalar(SimpleType.TIMESTAMP, schema, 32, 21);
            default -> scalar(SimpleType.STRING, schema, stringLength(schema, limit), 2);
        };
    }

    /** Limits count characters, and a character takes up to four bytes. */
    private static long stringLength(Schema schema, @Nullable Long limit) {
        if (limit != null) {
            return Math.max(0, limit) * 4;
        }
        long longest = -1;
        for (Object value : schema.constraints().enumeration()) {
            longest = Math.max(longest, value instanceof String text ? text.length() : 0);
        }
        return longest >= 0 ? longest : MAX_REQUEST_BYTES - 2;
    }

    /** The name in messages: the schema's type, and nothing for a value that may be of several. */
    String typeName() {
        return schema.type();
    }
}
