package dev.hcp.simulator.apiserver.patch;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.GoSyntax;
import dev.hcp.api.validation.schema.Schema;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Strategic merge patch: a merge patch that knows how the lists of built-in kinds merge, with directives in the patch. */
public final class StrategicMergePatch {
    static final String DIRECTIVE = "$patch";
    private static final String RETAIN_KEYS = "$retainKeys";
    private static final String DELETE_PRIMITIVES = "$deleteFromPrimitiveList";
    private static final String ELEMENT_ORDER = "$setElementOrder";

    private StrategicMergePatch() {}

    /** A patch that contradicts itself or the kind. */
    public static final class Mismatch extends HcpException {
        private static final long serialVersionUID = 1L;

        private final Kind kind;

        Mismatch(Kind kind, String message) {
            super(message);
            this.kind = kind;
        }

        /** What kind of error it is to a client. */
        public Kind kind() {
            return kind;
        }

        /** The kinds of errors. */
        public enum Kind {
            /** The patch has no form that means something. */
            BAD_REQUEST,
            /** The patch cannot be applied. */
            UNPROCESSABLE,
            /** An error that the reference does not classify. */
            OTHER
        }
    }

    /**
     * The target with the patch merged in; the same tree when the patch changes nothing.
     *
     * @throws Mismatch when a directive is unknown or an item of the patch has no merge key
     */
    public static JsonObject apply(JsonObject target, JsonObject patch, Schema schema) {
        if (patch.containsKey(DIRECTIVE)) {
            return directed(patch);
        }
        JsonObject result = retained(target, patch);
        Set<String> done = new HashSet<>();
        for (int i = 0; i < patch.size(); i++) {
            if (patch.keyAt(i).startsWith(ELEMENT_ORDER)) {
                String list = listOf(patch.keyAt(i), ELEMENT_ORDER, "invalid patch format of setElementOrder list");
                result = ordered(result, patch, list, patch.valueAt(i), Shape.member(schema, list));
                done.add(list);
            }
        }
        for (int i = 0; i < patch.size(); i++) {
            if (patch.keyAt(i).startsWith(DELETE_PRIMITIVES)) {
                String list = listOf(patch.keyAt(i), DELETE_PRIMITIVES, "invalid patch format of primitive list");
                result = withoutPrimitives(result, list, patch.valueAt(i));
            }
        }
        for (int i = 0; i < patch.size(); i++) {
            String name = patch.keyAt(i);
            boolean directive =
                    name.startsWith(ELEMENT_ORDER) || name.startsWith(DELETE_PRIMITIVES) || name.equals(RETAIN_KEYS);
            if (!directive && !done.contains(name)) {
                result = member(result, name, patch.valueAt(i), Shape.member(schema, name));
            }
        }
        return result;
    }

    private static String listOf(String directive, String prefix, String complaint) {
        int slash = directive.indexOf('/');
        if (slash < 0 || !directive.substring(0, slash).equals(prefix)) {
            throw new Mismatch(Mismatch.Kind.BAD_REQUEST, complaint);
        }
        return directive.substring(slash + 1);
    }

    private static JsonObject directed(JsonObject patch) {
        Object directive = patch.get(DIRECTIVE);
        if ("replace".equals(directive)) {
            return patch.without(DIRECTIVE);
        }
        if ("delete".equals(directive)) {
            return JsonObject.EMPTY;
        }
        throw unknownDirective(directive, patch);
    }

    static Mismatch unknownDirective(@Nullable Object directive, JsonObject patch) {
        return other("unknown patch type: " + GoSyntax.plain(directive) + " in map: " + GoSyntax.plain(patch));
    }

    static Mismatch other(String message) {
        return new Mismatch(Mismatch.Kind.OTHER, message);
    }

    private static JsonObject retained(JsonObject target, JsonObject patch) {
        if (!patch.containsKey(RETAIN_KEYS)) {
            return target;
        }
        if (!(patch.get(RETAIN_KEYS) instanceof JsonArray keys)) {
            throw new Mismatch(Mismatch.Kind.BAD_REQUEST, "invalid patch format of retainKeys");
        }
        for (int i = 0; i < patch.size(); i++) {
            String name = patch.keyAt(i);
            boolean checked = patch.valueAt(i) != null
                    && !name.equals(RETAIN_KEYS)
                    && !name.startsWith(DELETE_PRIMITIVES)
                    && !name.startsWith(ELEMENT_ORDER);
            if (checked && !keys.contains(name)) {
                throw new Mismatch(Mismatch.Kind.BAD_REQUEST, "invalid patch format of retainKeys");
            }
        }
        JsonObject result = target;
        for (String name : target.keySet()) {
            if (!keys.contains(name)) {
                result = result.without(name);
            }
        }
        return result;
    }

    private static JsonObject member(JsonObject target, String name, @Nullable Object value, Schema schema) {
        if (value == null) {
            return target.without(name);
        }
        Object old = target.get(name);
        Object merged;
        if (value instanceof JsonObject patch && old instanceof JsonObject base) {
            merged = schema.patchStrategy().contains("replace") ? patch : apply(base, patch, schema);
        } else if (value instanceof JsonArray patch && old instanceof JsonArray base) {
            merged = lists(base, patch, schema);
        } else {
            merged = withoutDirectives(withoutNulls(value));
            if (merged == null) {
                return target.without(name);
            }
        }
        return merged.equals(old) ? target : target.with(name, merged);
    }

    private static JsonArray lists(JsonArray base, JsonArray patch, Schema schema) {
        return schema.patchStrategy().contains("merge") ? MergedLists.of(base, patch, schema) : patch;
    }

    private static JsonObject withoutPrimitives(JsonObject target, String name, @Nullable Object gone) {
        return gone instanceof JsonArray values && target.get(name) instanceof JsonArray base
                ? target.with(name, MergedLists.without(base, values))
                : target;
    }

    private static JsonObject ordered(
            JsonObject target, JsonObject patch, String name, @Nullable Object order, Schema schema) {
        JsonArray wanted = requireList(order);
        JsonArray base = target.containsKey(name) ? requireList(target.get(name)) : null;
        JsonArray changes = patch.containsKey(name) ? requireList(patch.get(name)) : null;
        MergedLists.requireOrder(changes == null ? JsonArray.EMPTY : changes, wanted, schema.patchMergeKey());
        JsonArray merged;
        if (base == null && changes == null) {
            return target;
        } else if (changes == null) {
            merged = base;
        } else if (base == null) {
            merged = withoutDirectives(changes) instanceof JsonArray kept ? kept : JsonArray.EMPTY;
        } else {
            merged = lists(base, changes, schema);
        }
        JsonArray before = base == null ? JsonArray.EMPTY : base;
        JsonArray result =
                MergedLists.inOrder(merged == null ? JsonArray.EMPTY : merged, wanted, before, schema.patchMergeKey());
        return result.equals(target.get(name)) ? target : target.with(name, result);
    }

    private static JsonArray requireList(@Nullable Object value) {
        if (value instanceof JsonArray list) {
            return list;
        }
        throw other("expected a []interface {}, but received a " + GoSyntax.typeOf(value));
    }

    /** What takes the place of nothing: nulls in it have nothing to remove. */
    private static Object withoutNulls(Object value) {
        if (value instanceof JsonObject object) {
            JsonObject result = object;
            for (int i = 0; i < object.size(); i++) {
                String name = object.keyAt(i);
                Object member = object.valueAt(i);
                result = member == null ? result.without(name) : result.with(name, withoutNulls(member));
            }
            return result;
        }
        if (value instanceof JsonArray array) {
            @Nullable Object[] items = array.toArray();
            for (int i = 0; i < items.length; i++) {
                Object item = items[i];
                items[i] = item == null ? null : withoutNulls(item);
            }
            return JsonArray.of(items);
        }
        return value;
    }

    /** What takes the place of nothing, without directives; null when a directive deletes it. */
    private static @Nullable Object withoutDirectives(@Nullable Object value) {
        if (value instanceof JsonObject object) {
            if ("delete".equals(object.get(DIRECTIVE))) {
                return null;
            }
            JsonObject result = object.without(DIRECTIVE);
            for (String name : object.keySet()) {
                if (name.startsWith(DELETE_PRIMITIVES)
                        || name.startsWith(ELEMENT_ORDER)
                        || name.startsWith(RETAIN_KEYS)) {
                    result = result.without(name);
                } else if (!name.equals(DIRECTIVE) && object.get(name) != null) {
                    Object kept = withoutDirectives(object.get(name));
                    result = kept == null ? result.without(name) : result.with(name, kept);
                }
            }
            return result;
        }
        if (value instanceof JsonArray array) {
            return JsonArray.copyOf(array.stream()
                    .filter(item -> item == null || withoutDirectives(item) != null)
                    .map(StrategicMergePatch::withoutDirectives)
                    .toList());
        }
        return value;
    }
}
