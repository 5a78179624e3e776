package dev.hcp.reconcilers;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@code status.conditions} of an object while a pass works on them, in the order they were first set.
 *
 * <p>A condition keeps its lastTransitionTime until its status changes, as Kubernetes API conventions ask. Used by one
 * thread.
 */
public final class Conditions {
    /** Condition status {@code True}. */
    public static final String TRUE = "True";

    /** Condition status {@code False}. */
    public static final String FALSE = "False";

    /** Condition status {@code Unknown}. */
    public static final String UNKNOWN = "Unknown";

    private final Map<String, JsonObject> byType = new LinkedHashMap<>();
    /** As they were at first: one that goes back to what it was has not had a transition. */
    private final Map<String, JsonObject> original = new HashMap<>();

    private final long generation;
    private final String now;

    private Conditions(long generation, Instant now) {
        this.generation = generation;
        this.now = now.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The conditions of an object; those set from now on carry its generation. */
    public static Conditions of(JsonObject object, Instant now) {
        Conditions conditions = new Conditions(object.integer(0, "metadata", "generation"), now);
        for (Object item : object.array("status", "conditions")) {
            if (item instanceof JsonObject condition && condition.get("type") instanceof String type) {
                conditions.byType.put(type, condition);
                conditions.original.put(type, condition);
            }
        }
        return conditions;
    }

    /** Sets a condition. */
    public void set(String type, String status, String reason, String message) {
        set(type, status, reason, message, now);
    }

    /** Sets a condition to True or False. */
    public void set(String type, boolean status, String reason, String message) {
        set(type, status ? TRUE : FALSE, reason, message, now);
    }

    /** Takes over status, reason, message and time of transition of another object's condition. */
    public void copy(String type, JsonObject condition) {
        String transition = condition.text("lastTransitionTime");
        set(
                type,
                textOf(condition, "status"),
                textOf(condition, "reason"),
                textOf(condition, "message"),
                transition == null ? now : transition);
    }

    /** Sets a condition that somebody else worked out, whose time of transition counts where it is given. */
    public void set(Condition condition) {
        String transition = condition.getLastTransitionTime();
        set(
                condition.getType(),
                condition.getStatus(),
                condition.getReason() == null ? "" : condition.getReason(),
                condition.getMessage() == null ? "" : condition.getMessage(),
                transition == null || transition.isEmpty() ? now : transition);
    }

    /**
     * Sets a condition whose time of transition becomes now also when only its wording or its generation changes.
     *
     * @return whether anything changed
     */
    public boolean setAndStamp(String type, boolean status, String reason, String message) {
        JsonObject before = byType.get(type);
        set(type, status ? TRUE : FALSE, reason, message, now);
        JsonObject after = byType.get(type);
        if (after == null || after.equals(before)) {
            return false;
        }
        byType.put(type, after.with("lastTransitionTime", now));
        return true;
    }

    private void set(String type, String status, String reason, String message, String transition) {
        JsonObject before = byType.get(type);
        String since = before == null ? transition : since(status, transition, before, original.get(type));
        JsonObject.Builder builder = JsonObject.builder(6)
                .put("lastTransitionTime", since == null ? now : since)
                .put("message", message);
        if (generation != 0) {
            builder.put("observedGeneration", generation);
        }
        JsonObject after = builder.put("reason", reason)
                .put("status", status)
                .put("type", type)
                .build();
        byType.put(type, after.equals(before) ? before : after);
    }

    /** Since when a condition has a status: as long as one of the known ones that has it. */
    private static @Nullable String since(String status, String otherwise, @Nullable JsonObject... known) {
        for (JsonObject condition : known) {
            if (condition != null && status.equals(condition.text("status"))) {
                return condition.text("lastTransitionTime");
            }
        }
        return otherwise;
    }

    /** Drops a condition. */
    public void remove(String type) {
        byType.remove(type);
    }

    /** The types of all conditions, in their order. */
    public List<String> types() {
        return List.copyOf(byType.keySet());
    }

    /** A condition. */
    public Optional<JsonObject> get(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    /** Whether a condition is there with that status. */
    public boolean is(String type, String status) {
        JsonObject condition = byType.get(type);
        return condition != null && status.equals(condition.text("status"));
    }

    /** The status of a condition, or null without one. */
    public @Nullable String status(String type) {
        JsonObject condition = byType.get(type);
        return condition == null ? null : condition.text("status");
    }

    /** The reason of a condition, or the empty text. */
    public String reason(String type) {
        return textOf(byType.getOrDefault(type, JsonObject.EMPTY), "reason");
    }

    /** The message of a condition, or the empty text. */
    public String message(String type) {
        return textOf(byType.getOrDefault(type, JsonObject.EMPTY), "message");
    }

    /** The generation at which a condition was last set, or 0. */
    public long observedGeneration(String type) {
        return byType.getOrDefault(type, JsonObject.EMPTY).integer(0, "observedGeneration");
    }

    /** The value for {@code status.conditions}. */
    public JsonArray toTree() {
        return JsonArray.copyOf(byType.values());
    }

    private static String textOf(JsonObject condition, String key) {
        String text = condition.text(key);
        return text == null ? "" : text;
    }
}
