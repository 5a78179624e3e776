package dev.hcp.simulator.apiserver.patch;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.GoSyntax;
import dev.hcp.api.validation.schema.Schema;
import dev.hcp.simulator.apiserver.patch.StrategicMergePatch.Mismatch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists that a strategic merge patch merges: of values, or of objects by their merge key. */
final class MergedLists {
    private MergedLists() {}

    /** The list with a patch merged in. */
    static JsonArray of(JsonArray target, JsonArray patch, Schema schema) {
        if (target.isEmpty() && patch.isEmpty()) {
            return target;
        }
        String key = schema.patchMergeKey();
        if (!(requireOneType(target, patch) instanceof JsonObject)) {
            Set<@Nullable Object> both = new LinkedHashSet<>(target);
            both.addAll(patch);
            return inOrder(JsonArray.copyOf(both), patch, target, "");
        }
        if (key.isEmpty()) {
            throw StrategicMergePatch.other("cannot merge lists without merge key for " + schema.typeName());
        }
        List<@Nullable Object> items = new ArrayList<>(target);
        List<JsonObject> wanted = new ArrayList<>();
        boolean replaces = false;
        for (Object each : patch) {
            JsonObject item = (JsonObject) each;
            if (item == null || !item.containsKey(StrategicMergePatch.DIRECTIVE)) {
                wanted.add(item == null ? JsonObject.EMPTY : item);
                continue;
            }
            switch (String.valueOf(item.get(StrategicMergePatch.DIRECTIVE))) {
                case "delete" -> {
                    Object gone = requireKey(item, key);
                    items.removeIf(old -> old instanceof JsonObject object && equal(gone, object.get(key)));
                }
                case "replace" -> replaces = true;
                case "merge" -> throw StrategicMergePatch.other("merging lists cannot yet be specified in the patch");
                default -> throw StrategicMergePatch.unknownDirective(item.get(StrategicMergePatch.DIRECTIVE), item);
            }
        }
        if (replaces) {
            return JsonArray.copyOf(wanted);
        }
        JsonArray server = JsonArray.copyOf(items);
        for (JsonObject item : wanted) {
            int at = find(items, key, requireKey(item, key));
            if (at < 0) {
                items.add(item);
            } else {
                items.set(at, StrategicMergePatch.apply((JsonObject) items.get(at), item, Shape.items(schema)));
            }
        }
        return inOrder(JsonArray.copyOf(items), JsonArray.copyOf(wanted), server, key);
    }

    /** A list without values. */
    static JsonArray without(JsonArray target, JsonArray values) {
        List<@Nullable Object> kept = new ArrayList<>(target);
        kept.removeAll(values);
        return JsonArray.copyOf(kept);
    }

    /** Refuses lists whose items are not all of one type, or lists themselves. */
    private static @Nullable Object requireOneType(JsonArray target, JsonArray patch) {
        Object first = null;
        for (JsonArray list : List.of(target, patch)) {
            for (Object item : list) {
                if (first == null) {
                    if (item instanceof JsonArray) {
                        throw new Mismatch(Mismatch.Kind.UNPROCESSABLE, "lists of lists are not supported");
                    }
                    first = item;
                } else if (!GoSyntax.typeOf(first).equals(GoSyntax.typeOf(item))) {
                    throw StrategicMergePatch.other("list element types are not identical: [" + GoSyntax.plain(target)
                            + " " + GoSyntax.plain(patch) + "]");
                }
            }
        }
        return first;
    }

    /** Refuses a patch whose items come in another order than the order that comes with it. */
    static void requireOrder(JsonArray patch, JsonArray order, String key) {
        if (patch.isEmpty() || order.isEmpty()) {
            return;
        }
        int at = 0;
        int matched = 0;
        List<@Nullable Object> kept = new ArrayList<>();
        for (Object item : patch) {
            if (!(item instanceof JsonObject object && "delete".equals(object.get(StrategicMergePatch.DIRECTIVE)))) {
                kept.add(item);
            }
        }
        while (matched < kept.size() && at < order.size()) {
            if (equal(identity(kept.get(matched), key), identity(order.get(at), key))) {
                matched++;
            }
            at++;
        }
        if (matched < kept.size()) {
            throw StrategicMergePatch.other("The order in patch list:\n" + GoSyntax.plain(patch)
                    + "\n doesn't match $setElementOrder list:\n" + GoSyntax.plain(order) + "\n");
        }
    }

    private static Object requireKey(JsonObject item, String key) {
        Object identity = item.get(key);
        if (identity == null) {
            throw StrategicMergePatch.other(
                    "map: " + GoSyntax.plain(item) + " does not contain declared merge key: " + key);
        }
        return identity;
    }

    private static int find(List<@Nullable Object> items, String key, @Nullable Object identity) {
        for (int i = 0; i < items.size(); i++) {
            if (identity != null && equal(identity, identity(items.get(i), key))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean equal(@Nullable Object a, @Nullable Object b) {
        return a == null ? b == null : a.equals(b);
    }

    private static @Nullable Object identity(@Nullable Object item, String key) {
        return key.isEmpty() || !(item instanceof JsonObject object) ? item : object.get(key);
    }

    /**
     * The items with those that an order names in that order and the others where they were: before the first named item
     * that came after them.
     *
     * @param before the list as it was
     */
    static JsonArray inOrder(JsonArray merged, JsonArray order, JsonArray before, String key) {
        List<@Nullable Object> named = new ArrayList<>();
        List<@Nullable Object> others = new ArrayList<>();
        for (Object each : order) {
            int at = find(merged, key, identity(each, key));
            if (at >= 0) {
                named.add(merged.get(at));
            }
        }
        for (Object each : merged) {
            if (find(named, key, identity(each, key)) < 0) {
                others.add(each);
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
