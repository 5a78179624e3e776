package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions in the making: their transition times move when their status does. */
public final class ConditionList {
    private final List<@Nullable Object> conditions;
    private final String now;

    /** Begins with those that are there. */
    public ConditionList(JsonArray existing, Instant now) {
        this.conditions = new ArrayList<>(existing);
        this.now = Meta.time(now);
    }

    /** The condition of a type, or the empty object. */
    public static JsonObject find(JsonArray conditions, String type) {
        for (Object condition : conditions) {
            if (condition instanceof JsonObject object && type.equals(object.text("type"))) {
                return object;
            }
        }
        return JsonObject.EMPTY;
    }

    /** Whether the condition of a type is True. */
    public static boolean isTrue(JsonArray conditions, String type) {
        return "True".equals(find(conditions, type).text("status"));
    }

    /** Sets a condition; a reason or message that is null is left out. */
    public ConditionList set(String type, boolean status, @Nullable String reason, @Nullable String message) {
        return set(type, status ? "True" : "False", reason, message);
    }

    /** Sets a condition; a reason or message that is null is left out. */
    public ConditionList set(String type, String status, @Nullable String reason, @Nullable String message) {
        for (int i = 0; i < conditions.size(); i++) {
            if (conditions.get(i) instanceof JsonObject existing && type.equals(existing.text("type"))) {
                boolean same = status.equals(existing.text("status"));
                Object since = existing.get("lastTransitionTime");
                conditions.set(i, condition(type, status, reason, message, same && since != null ? since : now));
                return this;
            }
        }
        conditions.add(condition(type, status, reason, message, now));
        return this;
    }

    private static JsonObject condition(
            String type, String status, @Nullable String reason, @Nullable String message, Object since) {
        return JsonObject.builder(5)
                .put("lastTransitionTime", since)
                .putIfPresent("message", message)
                .putIfPresent("reason", reason)
                .put("status", status)
                .put("type", type)
                .build();
    }

    /** Takes a condition away. */
    public ConditionList remove(String type) {
        conditions.removeIf(each -> each instanceof JsonObject known && type.equals(known.text("type")));
        return this;
    }

    /** The conditions. */
    public JsonArray build() {
        return JsonArray.copyOf(conditions);
    }
}
