package dev.hcp.simulator.apiserver.protobuf;

import dev.hcp.simulator.apiserver.protobuf.MessageField.Repetition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * A file of fields: the struct types of one API group, one after another, each with a line for each field.
 *
 * <pre>
 * kind Secret
 *   1 metadata meta.v1.ObjectMeta
 *   5 immutable *bool
 *   2 data map bytes
 * </pre>
 *
 * <p>{@code kind} marks the types of whole objects. {@code *} is a pointer, {@code []} a list, {@code map} a map with text
 * keys; {@code always} is a field without {@code omitempty}; {@code inline} stands for the JSON name of an embedded struct.
 */
final class FieldFile {
    private final String file;
    private final Map<String, MessageType> types = new LinkedHashMap<>();
    private final Map<String, List<String>> lines = new LinkedHashMap<>();

    private FieldFile(String file) {
        this.file = file;
    }

    /** The types of a file, with their fields still to be {@linkplain #define defined}. */
    static FieldFile read(String file) {
        FieldFile read = new FieldFile(file);
        try (InputStream in = FieldFile.class.getResourceAsStream(file + ".fields");
                BufferedReader text = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8))) {
            List<String> fields = List.of();
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                if (line.startsWith("  ")) {
                    fields.add(line.strip());
                } else if (!line.isEmpty()) {
                    boolean kind = line.startsWith("kind ");
                    String name = kind ? line.substring("kind ".length()) : line;
                    fields = new ArrayList<>();
                    read.types.put(name, new MessageType(name, kind));
                    read.lines.put(name, fields);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    Map<String, MessageType> types() {
        return types;
    }

    /**
     * Defines the fields of the types.
     *
     * @param others finds the types of other files, by file and name
     */
    void define(Function<String, MessageType> others) {
        types.forEach((name, type) -> type.define(Objects.requireNonNull(lines.get(name)).stream()
                .map(line -> field(line, others))
                .toList()));
        lines.clear();
    }

    private MessageField field(String line, Function<String, MessageType> others) {
        String[] words = line.split(" ");
        int number = Integer.parseInt(words[0]);
        String name = words[1].equals("inline") ? "" : words[1];
        boolean map = words[2].equals("map");
        String type = words[map ? 3 : 2];
        boolean list = type.startsWith("[]");
        boolean pointer = type.startsWith("*");
        return new MessageField(
                number,
                name,
                type(type.substring(list ? 2 : pointer ? 1 : 0), others),
                map ? Repetition.MAP : list ? Repetition.LIST : Repetition.ONE,
                pointer,
                line.endsWith(" always"));
    }

    private ValueType type(String name, Function<String, MessageType> others) {
        return switch (name) {
            case "string" -> ScalarType.STRING;
            case "bool" -> ScalarType.BOOL;
            case "int32" -> ScalarType.INT_32;
            case "int64" -> ScalarType.INT_64;
            case "double" -> ScalarType.DOUBLE;
            case "bytes" -> ScalarType.BYTES;
            case "Quantity" -> WellKnownType.QUANTITY;
            case "IntOrString" -> WellKnownType.INT_OR_STRING;
            case "Time" -> WellKnownType.TIME;
            case "MicroTime" -> WellKnownType.MICRO_TIME;
            case "RawJson" -> WellKnownType.RAW_JSON;
            case "StringList" -> WellKnownType.STRING_LIST;
            case "SchemaOrBool" -> schema(SchemaChoice.Other.BOOL);
            case "SchemaOrList" -> schema(SchemaChoice.Other.SCHEMAS);
            case "SchemaOrStrings" -> schema(SchemaChoice.Other.STRINGS);
            default -> name.indexOf('.') < 0 ? own(name) : others.apply(name);
        };
    }

    private ValueType schema(SchemaChoice.Other other) {
        return new SchemaChoice(other, own("JSONSchemaProps"));
    }

    private MessageType own(String name) {
        return Objects.requireNonNull(types.get(name), () -> name + " in " + file);
    }
}
