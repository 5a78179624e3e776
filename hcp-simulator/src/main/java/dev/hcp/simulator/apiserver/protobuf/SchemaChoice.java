package dev.hcp.simulator.apiserver.protobuf;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may stand in a JSON schema where a schema or something else is allowed. */
final class SchemaChoice implements ValueType {
    private final Other other;
    private final ValueType schema;

    /** What there may be instead of a schema. */
    enum Other {
        /** {1: allowed, 2: schema}. */
        BOOL,
        /** {1: schema, 2: schema, ...}. */
        SCHEMAS,
        /** {1: schema, 2: text, ...}. */
        STRINGS
    }

    SchemaChoice(Other other, ValueType schema) {
        this.other = other;
        this.schema = schema;
    }

    @Override
    public int wireType() {
        return Wire.DELIMITED;
    }

    @Override
    public @Nullable Object read(WireReader in) {
        boolean allowed = false;
        Object alone = null;
        List<@Nullable Object> items = new ArrayList<>();
        int schemaNumber = other == Other.BOOL ? 2 : 1;
        for (Fields fields = new Fields("JSONSchemaPropsOr", in); fields.next(); ) {
            if (fields.isText(schemaNumber, "Schema")) {
                alone = schema.read(in.delimited());
            } else if (other == Other.BOOL && fields.isVarint(1, "Allows")) {
                allowed = in.varint() != 0;
            } else if (other != Other.BOOL && fields.isText(2, "Property")) {
                WireReader item = in.delimited();
                items.add(other == Other.STRINGS ? item.text() : schema.read(item));
            } else {
                fields.skip(items);
            }
        }
        if (other == Other.BOOL) {
            return alone == null ? (Object) allowed : alone;
        }
        return items.isEmpty() ? alone : JsonArray.copyOf(items);
    }

    @Override
    public void write(@Nullable Object json, WireWriter out) {
        if (other == Other.BOOL) {
            schema(2, json, out);
            out.varint(1, json instanceof JsonObject || Boolean.TRUE.equals(json) ? 1 : 0);
            return;
        }
        if (json instanceof JsonArray items) {
            for (int i = items.size() - 1; i >= 0; i--) {
                if (other == Other.STRINGS) {
                    out.text(2, String.valueOf(items.get(i)));
                } else {
                    schema(2, items.get(i), out);
                }
            }
        }
        schema(1, json, out);
    }

    private void schema(int number, @Nullable Object json, WireWriter out) {
        if (json instanceof JsonObject) {
            int before = out.size();
            schema.write(json, out);
            out.delimit(number, before);
        }
    }

    @Override
    public @Nullable Object zero() {
        return other == Other.BOOL ? false : null;
    }

    @Override
    public boolean isStructure() {
        return true;
    }
}
