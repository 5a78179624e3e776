package dev.hcp.simulator.world.scheduling;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A taint of a node. */
public record Taint(String key, String value, String effect) {
    /** Keeps new pods away. */
    public static final String NO_SCHEDULE = "NoSchedule";
    /** Keeps new pods away while there are other nodes. */
    public static final String PREFER_NO_SCHEDULE = "PreferNoSchedule";
    /** Keeps new pods away and drives those out that are there. */
    public static final String NO_EXECUTE = "NoExecute";

    /** The taints in a list of a node. */
    public static List<Taint> of(JsonArray taints) {
        if (taints.isEmpty()) {
            return List.of();
        }
        List<Taint> read = new ArrayList<>(taints.size());
        for (int i = 0; i < taints.size(); i++) {
            JsonObject taint = taints.object(i);
            read.add(new Taint(text(taint.get("key")), text(taint.get("value")), text(taint.get("effect"))));
        }
        return read;
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }

    /** The first toleration of this taint in a list of a pod. */
    public Optional<JsonObject> toleration(JsonArray tolerations) {
        for (int i = 0; i < tolerations.size(); i++) {
            if (isToleratedBy(tolerations.object(i))) {
                return Optional.of(tolerations.object(i));
            }
        }
        return Optional.empty();
    }

    boolean isTolerated(JsonArray tolerations) {
        return toleration(tolerations).isPresent();
    }

    /** Whether one toleration is of this taint. */
    public boolean isToleratedBy(JsonObject toleration) {
        String itsEffect = text(toleration.get("effect"));
        String itsKey = text(toleration.get("key"));
        if ((!itsEffect.isEmpty() && !itsEffect.equals(effect)) || (!itsKey.isEmpty() && !itsKey.equals(key))) {
            return false;
        }
        return "Exists".equals(toleration.get("operator"))
                || (!itsKey.isEmpty() && text(toleration.get("value")).equals(value));
    }
}
