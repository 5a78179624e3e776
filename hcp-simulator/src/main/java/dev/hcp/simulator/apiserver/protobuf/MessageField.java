package dev.hcp.simulator.apiserver.protobuf;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A field of a Go struct.
 *
 * @param number its number on the wire
 * @param name its JSON name; empty when its members stand among those of the struct that holds it
 * @param type the type of its value, or of each of its values
 * @param repetition whether it has one value or more
 * @param pointer whether it can be told apart from the zero value that it is not there
 * @param always whether JSON shows it even when it is empty
 */
record MessageField(int number, String name, ValueType type, Repetition repetition, boolean pointer, boolean always) {
    /** Words that Go writes in capitals. */
    private static final Set<String> INITIALISMS = Set.of(
            ("api aws ca cidr csi dns fc fs gce gid gmsa grpc http ip iqn iscsi nfs os pd qos rbd ssl tcp tls ttl tty "
                            + "uid url")
                    .split(" "));

    private static final int KEY = 1;
    private static final int VALUE = 2;

    /** How many values a field has. */
    enum Repetition {
        ONE,
        LIST,
        MAP
    }

    boolean isInline() {
        return name.isEmpty();
    }

    /** The name of the field in Go, as far as it follows from the JSON name. */
    String goName() {
        boolean embedded = isInline() || name.equals("metadata");
        if (embedded && type instanceof MessageType struct) {
            return struct.name();
        }
        int word = 0;
        while (word < name.length() && Character.isLowerCase(name.charAt(word))) {
            word++;
        }
        int capitals = INITIALISMS.contains(name.substring(0, word)) ? word : Math.min(1, name.length());
        return name.substring(0, capitals).toUpperCase(Locale.ROOT) + name.substring(capitals);
    }

    /**
     * Reads a value of this field.
     *
     * @param known what was read of this field before, or null
     * @return what is known of this field now
     */
    @Nullable
    Object read(Fields fields, WireReader in, @Nullable Object known) {
        if (repetition == Repetition.LIST) {
            return item(fields, in, known);
        }
        if (repetition == Repetition.MAP) {
            return entry(fields, in, known);
        }
        if (type.wireType() != Wire.DELIMITED) {
            requireType(fields, type.wireType());
            return type.read(in);
        }
        requireType(fields, Wire.DELIMITED);
        WireReader value = in.delimited();
        // A message that comes in parts is the sum of its parts: it is read when all are there.
        return known instanceof WireReader before && type instanceof MessageType ? before.followedBy(value) : value;
    }

    private void requireType(Fields fields, int wireType) {
        if (fields.wireType() != wireType) {
            throw fields.wrongType(goName());
        }
    }

    private Object item(Fields fields, WireReader in, @Nullable Object known) {
        List<@Nullable Object> items = new Items();
        if (known instanceof Items before) {
            items = before;
        }
        boolean packed = type.wireType() != Wire.DELIMITED && fields.wireType() == Wire.DELIMITED;
        if (packed) {
            for (WireReader values = in.delimited(); values.hasMore(); ) {
                items.add(type.read(values));
            }
        } else {
            requireType(fields, type.wireType());
            items.add(type.read(type.wireType() == Wire.DELIMITED ? in.delimited() : in));
        }
        return items;
    }

    private Object entry(Fields fields, WireReader in, @Nullable Object known) {
        requireType(fields, Wire.DELIMITED);
        Entries entries = known instanceof Entries before ? before : new Entries();
        WireReader entry = in.delimited();
        String key = "";
        Object value = type == ScalarType.BYTES ? "" : type.zero();
        for (Fields parts = new Fields(goName(), entry); parts.next(); ) {
            if (parts.isText(KEY, goName())) {
                key = entry.delimited().text();
            } else if (parts.is(VALUE, type.wireType(), goName())) {
                value = type.read(type.wireType() == Wire.DELIMITED ? entry.delimited() : entry);
            } else {
                parts.skip(entries);
            }
        }
        entries.put(key, value);
        return entries;
    }

    /** Adds what was read of this field to the members of its struct, as Go's JSON shows it. */
    void show(@Nullable Object read, JsonObject.Builder members) {
        Object value = read instanceof WireReader message ? type.read(message) : read;
        if (value instanceof Items items) {
            members.put(name, JsonArray.copyOf(items));
        } else if (value instanceof Entries entries) {
            members.put(name, JsonObject.copyOf(entries));
        } else if (isInline()) {
            Object inner = value == null ? type.zero() : value;
            if (inner instanceof JsonObject object) {
                object.forEach(members::put);
            }
        } else if (pointer || repetition != Repetition.ONE) {
            if (value != null || always) {
                members.put(name, value);
            }
        } else {
            Object shown = value == null ? type.zero() : value;
            if (always || type.isStructure() || !isEmpty(shown)) {
                members.put(name, shown);
            }
        }
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null
                || value.equals("")
                || value.equals(0L)
                || value.equals(false)
                || value.equals(JsonArray.EMPTY);
    }

    /** Writes the member of this field, if the reference's encoder would. */
    void write(JsonObject members, WireWriter out) {
        if (isInline()) {
            value(number, members, out);
            return;
        }
        Object json = members.get(name);
        switch (repetition) {
            case ONE -> {
                // What Go holds by value is written even when nobody set it.
                if (json != null || (!pointer && (type.zero() != null || type.isStructure()))) {
                    value(number, json, out);
                }
            }
            case LIST -> {
                if (json instanceof JsonArray items) {
                    for (int i = items.size() - 1; i >= 0; i--) {
                        value(number, items.get(i), out);
                    }
                }
            }
            case MAP -> {
                if (json instanceof JsonObject entries) {
                    String[] keys = entries.keySet().toArray(new String[0]);
                    Arrays.sort(keys);
                    for (int i = keys.length - 1; i >= 0; i--) {
                        int before = out.size();
                        value(VALUE, entries.get(keys[i]), out);
                        out.text(KEY, keys[i]);
                        out.delimit(number, before);
                    }
                }
            }
        }
    }

    private void value(int fieldNumber, @Nullable Object json, WireWriter out) {
        int before = out.size();
        type.write(json, out);
        if (type.wireType() == Wire.DELIMITED) {
            out.delimit(fieldNumber, before);
        } else {
            out.tag(fieldNumber, type.wireType());
        }
    }

    /** The values of a list, while it is read. */
    private static final class Items extends ArrayList<@Nullable Object> {
        private static final long serialVersionUID = 1L;
    }

    /** The entries of a map, while it is read. */
    private static final class Entries extends TreeMap<String, @Nullable Object>
            implements Map<String, @Nullable Object> {
        private static final long serialVersionUID = 1L;
    }
}
