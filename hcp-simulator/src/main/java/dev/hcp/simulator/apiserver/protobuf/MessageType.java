package dev.hcp.simulator.apiserver.protobuf;

import dev.hcp.api.json.JsonObject;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Go struct: a message on the wire, an object in JSON. */
final class MessageType implements ValueType {
    private static final MessageField[] UNKNOWN = {};

    private final String name;
    private final boolean kind;
    /** The fields by number, descending, as they are written. */
    private MessageField[] descending = UNKNOWN;
    /** The places of the fields in {@link #descending}, by number; negative where there is none. */
    private int[] places = {};

    private @Nullable JsonObject zero;

    /**
     * @param name the name of the struct in Go
     * @param kind whether it is the type of a kind's objects, or of a list of them
     */
    MessageType(String name, boolean kind) {
        this.name = name;
        this.kind = kind;
    }

    /** Completes the type; types refer to one another, also to themselves, so their fields come later. */
    void define(List<MessageField> fields) {
        descending = fields.stream()
                .sorted(Comparator.comparingInt(MessageField::number).reversed())
                .toArray(MessageField[]::new);
        int largest = descending.length == 0 ? 0 : descending[0].number();
        places = new int[largest + 1];
        Arrays.fill(places, -1);
        for (int i = 0; i < descending.length; i++) {
            places[descending[i].number()] = i;
        }
    }

    String name() {
        return name;
    }

    boolean isKind() {
        return kind;
    }

    List<MessageField> fields() {
        return List.of(descending);
    }

    @Override
    public int wireType() {
        return Wire.DELIMITED;
    }

    @Override
    public JsonObject read(WireReader in) {
        return read(in, JsonObject.builder(descending.length + 2));
    }

    /** Reads an object into a builder that may have members already. */
    JsonObject read(WireReader in, JsonObject.Builder members) {
        @Nullable Object[] known = new Object[descending.length];
        for (Fields fields = new Fields(name, in); fields.next(); ) {
            int number = fields.number();
            int place = number < places.length ? places[number] : -1;
            if (place < 0) {
                fields.skip(name);
            } else {
                known[place] = descending[place].read(fields, in, known[place]);
            }
        }
        for (int i = descending.length - 1; i >= 0; i--) {
            descending[i].show(known[i], members);
        }
        return members.build();
    }

    @Override
    public void write(@Nullable Object json, WireWriter out) {
        JsonObject members = json instanceof JsonObject object ? object : JsonObject.EMPTY;
        for (MessageField field : descending) {
            field.write(members, out);
        }
    }

    /** The object whose fields nobody set. */
    @Override
    public JsonObject zero() {
        JsonObject known = zero;
        if (known == null) {
            known = read(WireReader.of(new byte[0], 0));
            zero = known;
        }
        return known;
    }

    @Override
    public boolean isStructure() {
        return true;
    }
}
