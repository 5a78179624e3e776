package dev.hcp.simulator.apiserver.patch;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.GoSyntax;
import dev.hcp.api.validation.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Strategic merge patch: a merge patch that knows how the lists of built-in kinds merge, with directives in the patch. */
public final class StrategicMergePatch {
    private static final String DIRECTIVE = "$patch";
    private static final String RETAIN_KEYS = "$retainKeys";
    private static final String DELETE_PRIMITIVES = "$deleteFromPrimitiveList/";
    private static final String ELEMENT_ORDER = "$setElementOrder/";

    private StrategicMergePatch() {}

    /** A patch that contradicts itself or the kind. */
    public static final class Mismatch extends HcpException {
        private static final long serialVersionUID = 1L;

        Mismatch(String message) {
            super(message);
        }
    }

    /**
     * The target with the patch merged in.
     *
     * @throws Mismatch when a directive is unknown or an item of the patch has no merge key
     */
    public static JsonObject apply(JsonObject target, JsonObject patch, Schema schema) {
        Object directive = patch.get(DIRECTIVE);
        if (directive != null) {
            switch (String.valueOf(directive)) {
                case "replace" -> {
                    return patch.without(DIRECTIVE);
                }
                case "delete" -> {
                    return JsonObject.EMPTY;
                }
                case "merge" -> {}
                default -> throw unknownDirective(directive, patch);
            }
        }
        JsonObject result = retained(target, patch);
        for (int i = 0; i < patch.size(); i++) {
            String name = patch.keyAt(i);
            if (name.startsWith(DELETE_PRIMITIVES)) {
                result = withoutPrimitives(result, name.substring(DELETE_PRIMITIVES.length()), patch.array(name));
            }
        }
        for (int i = 0; i < patch.size(); i++) {
            String name = patch.keyAt(i);
            if (!name.startsWith("$")) {
                result = member(result, name, patch.valueAt(i), Shape.member(schema, name));
            }
        }
        for (int i = 0; i < patch.size(); i++) {
            String name = patch.keyAt(i);
            if (name.startsWith(ELEMENT_ORDER)) {
                String list = name.substring(ELEMENT_ORDER.length());
                result = ordered(result, list, patch.array(name), target.array(list), Shape.member(schema, list));
            }
        }
        return result;
    }

    private static Mismatch unknownDirective(Object directive, JsonObject patch) {
        return new Mismatch("unknown patch type: " + directive + " in map: " + GoSyntax.plain(patch));
    }

    private static JsonObject retained(JsonObject target, JsonObject patch) {
        if (!(patch.get(RETAIN_KEYS) instanceof JsonArray keys)) {
            return target;
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
        Object merged = value;
        if (value instanceof JsonObject object) {
            merged = apply(old instanceof JsonObject base ? base : JsonObject.EMPTY, object, schema);
            if (object.get(DIRECTIVE) != null && "delete".equals(object.get(DIRECTIVE))) {
                return target.without(name);
            }
        } else if (value instanceof JsonArray items) {
            boolean merges = schema.patchStrategy().contains("merge");
            JsonArray base = old instanceof JsonArray array ? array : JsonArray.EMPTY;
            merged = merges ? mergeLists(base, items, schema) : replaced(items);
        }
        return merged.equals(old) ? target : target.with(name, merged);
    }

    /** A list that replaces another, without the directives that its items may carry. */
    private static JsonArray replaced(JsonArray items) {
        List<@Nullable Object> kept = new ArrayList<>();
        for (Object item : items) {
            if (!(item instanceof JsonObject object) || object.get(DIRECTIVE) == null) {
                kept.add(item);
            } else if (!object.get(DIRECTIVE).equals("delete") && object.size() > 1) {
                kept.add(object.without(DIRECTIVE));
            }
        }
        return kept.size() == items.size() ? items : JsonArray.copyOf(kept);
    }

    private static JsonObject withoutPrimitives(JsonObject target, String name, JsonArray gone) {
        List<@Nullable Object> kept = new ArrayList<>(target.array(name));
        kept.removeAll(gone);
        return target.containsKey(name) ? target.with(name, JsonArray.copyOf(kept)) : target;
    }

    private static JsonArray mergeLists(JsonArray target, JsonArray patch, Schema schema) {
        String key = schema.patchMergeKey();
        if (key.isEmpty()) {
            Set<@Nullable Object> both = new LinkedHashSet<>(target);
            both.addAll(patch);
            return inOrder(JsonArray.copyOf(both), patch, target, key);
        }
        List<@Nullable Object> items = new ArrayList<>(target);
        List<@Nullable Object> wanted = new ArrayList<>();
        for (Object each : patch) {
            if (!(each instanceof JsonObject item)) {
                wanted.add(each);
                continue;
            }
            Object directive = item.get(DIRECTIVE);
            if (directive == null || directive.equals("merge")) {
                wanted.add(item.without(DIRECTIVE));
            } else if (directive.equals("replace")) {
                items.clear();
                if (item.size() > 1) {
                    wanted.add(item.without(DIRECTIVE));
                }
            } else if (directive.equals("delete")) {
                Object gone = requireKey(item, key);
                items.removeIf(old -> old instanceof JsonObject object && gone.equals(object.get(key)));
            } else {
                throw unknownDirective(directive, item);
            }
        }
        for (Object each : wanted) {
            if (each instanceof JsonObject item) {
                Object identity = requireKey(item, key);
                int at = find(items, key, identity);
                if (at < 0) {
                    items.add(apply(JsonObject.EMPTY, item, Shape.items(schema)));
                } else {
                    items.set(at, apply((JsonObject) items.get(at), item, Shape.items(schema)));
                }
            } else {
                items.add(each);
            }
        }
        return inOrder(JsonArray.copyOf(items), JsonArray.copyOf(wanted), target, key);
    }

    private static Object requireKey(JsonObject item, String key) {
        Object identity = item.get(key);
        if (identity == null) {
            throw new Mismatch("map: " + GoSyntax.plain(item) + " does not contain declared merge key: " + key);
        }
        return identity;
    }

    private static int find(List<@Nullable Object> items, String key, @Nullable Object identity) {
        for (int i = 0; i < items.size(); i++) {
            if (identity != null && identity.equals(identity(items.get(i), key))) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable Object identity(@Nullable Object item, String key) {
        return key.isEmpty() || !(item instanceof JsonObject object) ? item : object.get(key);
    }

    private static JsonObject ordered(
            JsonObject result, String name, JsonArray order, JsonArray before, Schema schema) {
        if (!(result.get(name) instanceof JsonArray merged)) {
            return result;
        }
        return result.with(name, inOrder(merged, order, before, schema.patchMergeKey()));
    }

    /**
     * The items with those of the patch in the patch's order and the others where they were: before the first item of
     * the patch that came after them.
     */
    private static JsonArray inOrder(JsonArray merged, JsonArray order, JsonArray before, String key) {
        List<@Nullable Object> named = new ArrayList<>();
        List<@Nullable Object> others = new ArrayList<>();
        for (Object each : order) {
            int at = find(merged, key, identity(each, key));
            if (at >= 0) {
                named.add(merged.get(at));
            }
        }
        for (Object each : before) {
            int at = find(merged, key, identity(each, key));
            if (at >= 0 && find(named, key, identity(each, key)) < 0) {
                others.add(merged.get(at));
            }
        }
        List<@Nullable Object> out = new ArrayList<>(merged.size());
        int left = 0;
        int right = 0;
        while (left < others.size() || right < named.size()) {
            if (right >= named.size()) {
                out.add(others.get(left++));
            } else if (left >= others.size()) {
                out.add(named.get(right++));
            } else {
                int a = find(before, key, identity(others.get(left), key));
                int b = find(before, key, identity(named.get(right), key));
                out.add(a >= 0 && b >= 0 && a < b ? others.get(left++) : named.get(right++));
            }
        }
        return JsonArray.copyOf(out);
    }
}
