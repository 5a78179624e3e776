package dev.hcp.simulator.world.capi;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.world.Meta;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Conditions as Cluster API v1beta1 keeps them: Ready first, then by name; with a severity when False; a transition also
 * when only reason, severity or message change.
 */
public final class CapiConditions {
    private static final String READY = "Ready";

    private final Map<String, JsonObject> byType = new TreeMap<>();
    private final String now;

    private CapiConditions(Instant now) {
        this.now = Meta.time(now);
    }

    /** The {@code status.conditions} of an object, to be worked on. */
    public static CapiConditions of(JsonObject object, Instant now) {
        CapiConditions conditions = new CapiConditions(now);
        for (Object item : object.array("status", "conditions")) {
            if (item instanceof JsonObject condition && condition.get("type") instanceof String type) {
                conditions.byType.put(type, condition);
            }
        }
        return conditions;
    }

    /** A condition of an object, or the empty object. */
    public static JsonObject find(JsonObject object, String type) {
        for (Object item : object.array("status", "conditions")) {
            if (item instanceof JsonObject condition && type.equals(condition.text("type"))) {
                return condition;
            }
        }
        return JsonObject.EMPTY;
    }

    /** Whether a condition of an object is True. */
    public static boolean isTrue(JsonObject object, String type) {
        return "True".equals(find(object, type).text("status"));
    }

    /** Sets a condition to True. */
    public CapiConditions markTrue(String type) {
        return put(type, "True", null, null, null);
    }

    /** Sets a condition to False. */
    public CapiConditions markFalse(String type, String reason, String severity, String message) {
        return put(type, "False", reason, severity, message);
    }

    /** Sets a condition to Unknown. */
    public CapiConditions markUnknown(String type, String reason, String message) {
        return put(type, "Unknown", reason, null, message);
    }

    /** Takes over another condition under a type of this object. */
    public CapiConditions mirror(String type, JsonObject condition) {
        String status = condition.text("status");
        return put(
                type,
                status == null ? "Unknown" : status,
                condition.text("reason"),
                condition.text("severity"),
                condition.text("message"));
    }

    /** Drops a condition. */
    public CapiConditions remove(String type) {
        byType.remove(type);
        return this;
    }

    /** A condition, or the empty object. */
    public JsonObject get(String type) {
        return byType.getOrDefault(type, JsonObject.EMPTY);
    }

    /** Whether a condition is True. */
    public boolean isTrue(String type) {
        return "True".equals(get(type).text("status"));
    }

    /**
     * Sets Ready to the sum of other conditions: the gravest one decides, errors before warnings before the rest.
     *
     * @param counted the conditions whose number is told instead of a message while not all of them are True; empty for
     *     none
     * @param types the conditions, those first that go before others of the same severity
     */
    public CapiConditions summarize(List<String> counted, String... types) {
        List<JsonObject> present = new ArrayList<>();
        for (String type : types) {
            if (byType.containsKey(type)) {
                present.add(get(type));
            }
        }
        return summarize(counted, present);
    }

    private CapiConditions summarize(List<String> counted, List<JsonObject> present) {
        if (present.isEmpty()) {
            return this;
        }
        JsonObject gravest = gravest(present);
        String status = String.valueOf(gravest.text("status"));
        if (status.equals("True")) {
            return markTrue(READY);
        }
        String message = gravest.text("message");
        if (!counted.isEmpty()) {
            long complete = counted.stream().filter(this::isTrue).count();
            message = complete + " of " + counted.size() + " completed";
        }
        return put(READY, status, gravest.text("reason"), gravest.text("severity"), message);
    }

    /** The gravest of some conditions; among equals the first. */
    static JsonObject gravest(List<JsonObject> conditions) {
        JsonObject result = conditions.get(0);
        for (JsonObject condition : conditions) {
            if (gravity(condition) > gravity(result)) {
                result = condition;
            }
        }
        return result;
    }

    private static int gravity(JsonObject condition) {
        String status = condition.text("status");
        if ("False".equals(status)) {
            String severity = condition.text("severity");
            return "Error".equals(severity) ? 5 : "Warning".equals(severity) ? 4 : 3;
        }
        return "Unknown".equals(status) ? 1 : 2;
    }

    private CapiConditions put(
            String type, String status, @Nullable String reason, @Nullable String severity, @Nullable String message) {
        JsonObject before = byType.get(type);
        Object since = before == null ? now : before.get("lastTransitionTime");
        JsonObject after = condition(type, status, reason, severity, message, since);
        byType.put(type, after.equals(before) ? before : after.with("lastTransitionTime", now));
        return this;
    }

    private static JsonObject condition(
            String type,
            String status,
            @Nullable String reason,
            @Nullable String severity,
            @Nullable String message,
            @Nullable Object since) {
        JsonObject.Builder condition = JsonObject.builder(6)
                .put("lastTransitionTime", since)
                .put("status", status)
                .put("type", type);
        if (message != null && !message.isEmpty()) {
            condition.put("message", message);
        }
        if (reason != null && !reason.isEmpty()) {
            condition.put("reason", reason);
        }
        if (severity != null && !severity.isEmpty()) {
            condition.put("severity", severity);
        }
        return condition.build();
    }

    /** The value for {@code status.conditions}. */
    public JsonArray build() {
        List<JsonObject> sorted = new ArrayList<>();
        byType.forEach((type, condition) -> sorted.add(type.equals(READY) ? 0 : sorted.size(), condition));
        return JsonArray.copyOf(sorted);
    }
}
