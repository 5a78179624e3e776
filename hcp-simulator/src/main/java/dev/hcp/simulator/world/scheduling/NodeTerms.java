package dev.hcp.simulator.world.scheduling;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Which nodes selectors of nodes select. */
final class NodeTerms {
    private NodeTerms() {}

    /** Whether one of the terms of a node selector fits; a list without terms fits nothing. */
    static boolean anyFits(JsonArray terms, NodeState node) {
        for (int i = 0; i < terms.size(); i++) {
            if (fits(terms.object(i), node)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a term fits: all of its expressions do. An empty term fits nothing. */
    static boolean fits(JsonObject term, NodeState node) {
        JsonArray expressions = term.array("matchExpressions");
        JsonArray fields = term.array("matchFields");
        if (expressions.isEmpty() && fields.isEmpty()) {
            return false;
        }
        for (int i = 0; i < expressions.size(); i++) {
            JsonObject expression = expressions.object(i);
            if (!holds(expression, node.labels().get(expression.get("key")))) {
                return false;
            }
        }
        for (int i = 0; i < fields.size(); i++) {
            if (!"metadata.name".equals(fields.object(i).get("key")) || !holds(fields.object(i), node.name())) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(JsonObject expression, @Nullable Object value) {
        return switch (String.valueOf(expression.get("operator"))) {
            case "In" -> value != null && expression.array("values").contains(value);
            case "NotIn" -> value == null || !expression.array("values").contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            case "Gt" -> compared(expression, value) > 0;
            case "Lt" -> compared(expression, value) < 0;
            default -> false;
        };
    }

    private static int compared(JsonObject expression, @Nullable Object value) {
        JsonArray values = expression.array("values");
        try {
            return value == null || values.isEmpty()
                    ? 0
                    : Long.compare(
                            Long.parseLong(String.valueOf(value)), Long.parseLong(String.valueOf(values.get(0))));
        } catch (NumberFormatException notNumbers) {
            return 0;
        }
    }
}
