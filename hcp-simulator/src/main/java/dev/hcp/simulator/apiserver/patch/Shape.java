package dev.hcp.simulator.apiserver.patch;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.Schema;
import org.jspecify.annotations.Nullable;

/** How apply looks at a value: as one leaf, as a list of items with identities, or as an object of fields. */
enum Shape {
    LEAF,
    LIST,
    OBJECT;

    /** The shape of a value of a schema; a value of no declared structure is an object of fields, or a leaf. */
    static Shape of(Schema schema, @Nullable Object value) {
        switch (schema.type()) {
            case "array" -> {
                return schema.listType() == Schema.ListType.ATOMIC ? LEAF : LIST;
            }
            case "object" -> {
                return schema.atomicMap() ? LEAF : OBJECT;
            }
            case "" -> {
                return schema.atomicMap() || !(value == null || value instanceof JsonObject) ? LEAF : OBJECT;
            }
            default -> {
                return LEAF;
            }
        }
    }

    /** The schema of a member, where undeclared members of an open structure have any shape. */
    static Schema member(Schema schema, String name) {
        Schema member = schema.member(name);
        return member == null ? Schema.ANY : member;
    }

    /** Whether a structure takes members that it does not declare: free-form objects do. */
    static boolean isOpen(Schema schema) {
        return schema.additional() != null
                || schema.preserveUnknown()
                || schema.properties().isEmpty();
    }

    /** The schema of items. */
    static Schema items(Schema schema) {
        Schema items = schema.items();
        return items == null ? Schema.ANY : items;
    }

    /** Whether there is nothing in a value: it is null, absent or a composite without members. */
    static boolean isEmpty(@Nullable Object value) {
        return value == null
                || (value instanceof JsonObject object && object.isEmpty())
                || (value instanceof JsonArray array && array.isEmpty());
    }
}
