package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.Objects;

/** Label selectors as they stand in objects: {@code matchLabels} and {@code matchExpressions}. */
public final class Selections {
    private Selections() {}

    /** Whether an object's labels fit a selector; an empty selector fits everything. */
    public static boolean matches(JsonObject selector, JsonObject object) {
        return selects(selector, object.object("metadata", "labels"));
    }

    /** Whether labels fit a selector; an empty selector fits everything. */
    public static boolean selects(JsonObject selector, JsonObject labels) {
        JsonObject wanted = selector.object("matchLabels");
        for (int i = 0; i < wanted.size(); i++) {
            if (!Objects.equals(wanted.valueAt(i), labels.get(wanted.keyAt(i)))) {
                return false;
            }
        }
        JsonArray expressions = selector.array("matchExpressions");
        for (int i = 0; i < expressions.size(); i++) {
            JsonObject expression = expressions.object(i);
            Object value = labels.get(String.valueOf(expression.text("key")));
            boolean listed = value != null && expression.array("values").contains(value);
            boolean fits =
                    switch (String.valueOf(expression.text("operator"))) {
                        case "In" -> listed;
                        case "NotIn" -> !listed;
                        case "Exists" -> value != null;
                        case "DoesNotExist" -> value == null;
                        default -> false;
                    };
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
