package dev.hcp.simulator.apiserver.patch;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Merges a configuration into an object, list by list as their types say. */
public final class AppliedMerge {
    private AppliedMerge() {}

    /** The object with a configuration merged in; what the configuration does not change is shared. */
    public static JsonObject of(JsonObject live, JsonObject config, Schema schema) {
        JsonObject result = live;
        for (int i = 0; i < config.size(); i++) {
            String name = config.keyAt(i);
            Object wanted = config.valueAt(i);
            if (!live.containsKey(name)) {
                result = result.with(name, wanted);
                continue;
            }
            Object old = live.get(name);
            Object merged = values(old, wanted, Shape.member(schema, name));
            if (!Objects.equals(merged, old)) {
                result = result.with(name, merged);
            }
        }
        return result;
    }

    private static @Nullable Object values(@Nullable Object live, @Nullable Object wanted, Schema schema) {
        switch (Shape.of(schema, wanted)) {
            case OBJECT -> {
                if (live instanceof JsonObject object && !object.isEmpty()) {
                    return wanted instanceof JsonObject config ? of(object, config, schema) : object;
                }
                return wanted;
            }
            case LIST -> {
                if (live instanceof JsonArray array && !array.isEmpty()) {
                    return wanted instanceof JsonArray items ? new Lists(array, items, schema).merged() : array;
                }
                return wanted;
            }
            default -> {
                return wanted;
            }
        }
    }

    /**
     * Two lists on the way to one: the wanted items keep their order; items that only the object has stay where they are
     * relative to the items both have.
     */
    private static final class Lists {
        private final JsonArray live;
        private final JsonArray wanted;
        private final Schema items;
        private final List<String> left;
        private final List<String> right;
        private final Map<String, @Nullable Object> liveItems = new HashMap<>();
        private final Set<String> wantedSteps;
        private final Set<String> taken = new HashSet<>();
        private final List<@Nullable Object> out = new ArrayList<>();

        Lists(JsonArray live, JsonArray wanted, Schema schema) {
            this.live = live;
            this.wanted = wanted;
            this.items = Shape.items(schema);
            this.left = steps(live, schema);
            this.right = steps(wanted, schema);
            this.wantedSteps = new HashSet<>(right);
            for (int i = 0; i < left.size(); i++) {
                // Items that share a key are not merged with: what is wanted takes their place.
                liveItems.put(left.get(i), liveItems.containsKey(left.get(i)) ? null : live.get(i));
            }
        }

        private static List<String> steps(JsonArray array, Schema schema) {
            List<String> steps = new ArrayList<>(array.size());
            for (Object item : array) {
                steps.add(Steps.item(item, schema));
            }
            return steps;
        }

        JsonArray merged() {
            List<String> shared = new ArrayList<>(right);
            shared.retainAll(liveItems.keySet());
            int nextShared = 0;
            int l = 0;
            int r = 0;
            while (l < left.size() || r < right.size()) {
                if (l < left.size() && r < right.size()) {
                    String step = left.get(l);
                    if (step.equals(right.get(r))) {
                        take(r++);
                        l++;
                        nextShared++;
                        continue;
                    }
                    if (wantedSteps.contains(step)
                            && nextShared < shared.size()
                            && !shared.get(nextShared).equals(step)) {
                        l++;
                        continue;
                    }
                }
                if (l < left.size()) {
                    if (!wantedSteps.contains(left.get(l))) {
                        out.add(live.get(l++));
                        continue;
                    }
                    if (taken.contains(left.get(l))) {
                        l++;
                    }
                }
                if (r < right.size()) {
                    if (nextShared < shared.size() && shared.get(nextShared).equals(right.get(r))) {
                        nextShared++;
                    }
                    take(r++);
                }
            }
            JsonArray result = JsonArray.copyOf(out);
            return result.equals(live) ? live : result;
        }

        private void take(int index) {
            String step = right.get(index);
            taken.add(step);
            Object item = wanted.get(index);
            out.add(liveItems.containsKey(step) ? values(liveItems.get(step), item, items) : item);
        }
    }
}
