package dev.hcp.simulator.apiserver.definition;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of a definition. Immutable. */
public final class Conditions {
    private final JsonArray items;

    private Conditions(JsonArray items) {
        this.items = items;
    }

    /** The conditions of a definition. */
    public static Conditions of(JsonObject definition) {
        return new Conditions(definition.array("status", "conditions"));
    }

    /** The conditions as they stand in the status. */
    public JsonArray items() {
        return items;
    }

    /** Whether a condition is there and holds. */
    public boolean isTrue(String type) {
        int index = indexOf(type);
        return index >= 0 && "True".equals(items.object(index).text("status"));
    }

    /** Whether a condition is there. */
    public boolean has(String type) {
        return indexOf(type) >= 0;
    }

    /**
     * The conditions with one set; the time of its last transition is kept when its status is the same.
     *
     * @param time the present time
     */
    public Conditions with(String type, boolean status, String reason, String message, String time) {
        String value = status ? "True" : "False";
        int index = indexOf(type);
        boolean same = index >= 0 && value.equals(items.object(index).text("status"));
        Object since = same ? items.object(index).get("lastTransitionTime") : time;
        JsonObject condition = JsonObject.of(
                "type", type, "status", value, "reason", reason, "message", message, "lastTransitionTime", since);
        List<@Nullable Object> changed = new ArrayList<>(items);
        if (index >= 0) {
            changed.set(index, condition);
        } else {
            changed.add(condition);
        }
        return new Conditions(JsonArray.copyOf(changed));
    }

    private int indexOf(String type) {
        for (int i = 0; i < items.size(); i++) {
            if (type.equals(items.object(i).text("type"))) {
                return i;
            }
        }
        return -1;
    }
}
