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
        if (schema.isDeduced()) {
            return value instanceof JsonObject ? OBJECT : LEAF;
        }
        if ("array".equals(schema.type())) {
            return schema.listType() == Schema.ListType.ATOMIC || !(value == null || value instanceof JsonArray)
                    ? LEAF
                    : LIST;
        }
        boolean structured = "object".equals(schema.type())
                || !schema.properties().isEmpty()
                || schema.additional() != null
                || (schema.preserveUnknown() && value instanceof JsonObject);
        if (!structured || schema.atomicMap() || schema.intOrString()) {
            return LEAF;
        }
        return value == null || value instanceof JsonObject ? OBJECT : LEAF;
    }

    /** The schema of a member, where undeclared members of an open structure have any shape. */
    static Schema member(Schema schema, String name) {
        Schema member = schema.member(name);
        return member == null ? Schema.ANY : member;
    }

    /** The schema of items. */
    static Schema items(Schema schema) {
        Schema items = schema.items();
        return items == null ? Schema.ANY : items;
    }
}
