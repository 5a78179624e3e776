package dev.hcp.api.validation.schema;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Removes what a schema does not know, and the nulls that stand for absent values. Returns the same tree when there is
 * nothing to remove.
 */
public final class Pruning {
    private static final double LARGEST_WHOLE = 9.223372036854775807E18;

    private final @Nullable List<String> unknown;
    private final boolean dropNulls;
    private final boolean dropEmpty;
    private final List<String> unknownOfEmbedded = new ArrayList<>(0);

    private Pruning(@Nullable List<String> unknown, boolean dropNulls, boolean dropEmpty) {
        this.unknown = unknown;
        this.dropNulls = dropNulls;
        this.dropEmpty = dropEmpty;
    }

    /** Removes unknown fields only. */
    public static JsonObject unknownFields(JsonObject object, Schema schema) {
        return new Pruning(null, false, false).object(object, JsonObject.EMPTY, schema, FieldPath.ROOT);
    }

    /** Removes unknown fields only, from a value of any shape. */
    public static @Nullable Object unknownFields(@Nullable Object value, Schema schema) {
        return new Pruning(null, false, false).value(value, null, schema, FieldPath.ROOT);
    }

    /** As {@link #decode(JsonObject, JsonObject, Schema, List)}, of an object of which nothing is known. */
    public static JsonObject decode(JsonObject object, Schema schema, List<String> unknown) {
        return decode(object, JsonObject.EMPTY, schema, unknown);
    }

    /**
     * Removes unknown fields, and nulls where the schema has no use for them.
     *
     * @param known an object that came out of this before: parts that both share, as the same instance at the same place,
     *     are not looked at again. The empty object when there is none
     * @param unknown takes the paths of the removed fields, sorted; those in metadata of objects within the object, which
     *     the reference decodes by itself, come last
     */
    public static JsonObject decode(JsonObject object, JsonObject known, Schema schema, List<String> unknown) {
        Pruning pruning = new Pruning(unknown, true, false);
        JsonObject pruned = pruning.object(object, known, schema, FieldPath.ROOT);
        Collections.sort(unknown);
        unknown.addAll(pruning.unknownOfEmbedded);
        return pruned;
    }

    /**
     * As {@link #decode}, for built-in kinds: empty lists and maps, and zeros of fields that are held by value, are absent
     * too, and scalars are written in one form, as they are after a round trip through the reference's types.
     */
    public static JsonObject decodeBuiltIn(JsonObject object, JsonObject known, Schema schema, List<String> unknown) {
        return new Pruning(unknown, true, true).object(object, known, schema, FieldPath.ROOT);
    }

    private @Nullable Object value(@Nullable Object value, @Nullable Object known, Schema schema, FieldPath path) {
        if (value instanceof JsonObject object) {
            return object(object, known instanceof JsonObject before ? before : JsonObject.EMPTY, schema, path);
        }
        if (value instanceof JsonArray array && schema.items() != null) {
            return items(array, known instanceof JsonArray before ? before : JsonArray.EMPTY, schema.items(), path);
        }
        if (value instanceof Double number && !dropEmpty) {
            return whole(number, schema);
        }
        return dropEmpty && value != null && !schema.typeName().isEmpty()
                ? GoScalars.canonical(schema.typeName(), value)
                : value;
    }

    /** A number without a fraction is written, and read again, as a whole one. */
    private static Object whole(Double number, Schema schema) {
        boolean numeric = schema.type().equals("integer") || schema.type().equals("number") || schema.intOrString();
        return numeric && number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE
                ? (Object) number.longValue()
                : number;
    }

    private JsonObject object(JsonObject object, JsonObject known, Schema schema, FieldPath path) {
        if (schema.isDeduced()) {
            return object;
        }
        JsonObject result = object;
        List<String> names = null;
        for (int i = 0; i < object.size(); i++) {
            String name = object.keyAt(i);
            Object old = object.valueAt(i);
            Object before = object.counterpart(i, known);
            if (old == before && (old instanceof JsonObject || old instanceof JsonArray)) {
                continue;
            }
            Schema member = schema.member(name);
            if (member == null) {
                if (!schema.preserveUnknown()) {
                    result = result.without(name);
                    if (unknown != null) {
                        names = names == null ? new ArrayList<>() : names;
                        names.add(name);
                    }
                }
                continue;
            }
            if (old == null) {
                boolean declared = schema.declares(name);
                if (dropNulls && declared && !member.nullable() && !member.isDeduced()) {
                    result = result.without(name);
                } else if (!declared && (dropEmpty ? "string".equals(member.type()) : schema == MetaSchemas.STRINGS)) {
                    result = result.with(name, "");
                }
                continue;
            }
            Object changed = value(old, before, member, path.child(name));
            if (dropEmpty && isEmpty(changed, member)) {
                result = result.without(name);
            } else if (changed != old) {
                result = result.with(name, changed);
            }
        }
        if (names != null && unknown != null) {
            boolean embedded = !dropEmpty && schema.typeName().equals("ObjectMeta") && !path.isTopLevel();
            for (String name : names) {
                (embedded ? unknownOfEmbedded : unknown).add(path.child(name).toString());
            }
        }
        return result;
    }

    /** Empty lists and maps vanish in typed round trips; empty structures such as {@code emptyDir} stay. */
    private static boolean isEmpty(@Nullable Object value, Schema schema) {
        if (value instanceof JsonArray array) {
            return array.isEmpty() && "array".equals(schema.type());
        }
        if (value instanceof JsonObject object) {
            return object.isEmpty() && schema.additional() != null;
        }
        return schema.presence() != Schema.Presence.AS_GIVEN && isZero(value);
    }

    private static boolean isZero(@Nullable Object value) {
        return "".equals(value)
                || Boolean.FALSE.equals(value)
                || Long.valueOf(0).equals(value);
    }

    private JsonArray items(JsonArray array, JsonArray known, Schema items, FieldPath path) {
        @Nullable Object[] changed = null;
        for (int i = 0; i < array.size(); i++) {
            Object old = array.get(i);
            Object before = i < known.size() ? known.get(i) : null;
            Object item = old == before ? old : value(old, before, items, path.index(i));
            if (item != old) {
                if (changed == null) {
                    changed = array.toArray();
                }
                changed[i] = item;
            }
        }
        return changed == null ? array : JsonArray.of(changed);
    }
}
