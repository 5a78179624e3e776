package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.BuiltInColumns.column;
import static dev.hcp.simulator.apiserver.kinds.BuiltInColumns.orNone;
import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of flow schemas and priority levels. */
final class FlowColumns {
    private FlowColumns() {}

    static List<Column> schemas(Column name, Column age) {
        return List.of(
                name,
                column("PriorityLevel", schema -> text(schema, "spec", "priorityLevelConfiguration", "name")),
                column("MatchingPrecedence", schema -> schema.integer(0, "spec", "matchingPrecedence")),
                column("DistinguisherMethod", schema -> orNone(text(schema, "spec", "distinguisherMethod", "type"))),
                age,
                column("MissingPL", FlowColumns::dangling));
    }

    private static String dangling(JsonObject schema) {
        JsonArray conditions = schema.array("status", "conditions");
        for (int i = 0; i < conditions.size(); i++) {
            if ("Dangling".equals(conditions.object(i).text("type"))) {
                return text(conditions.object(i), "status");
            }
        }
        return "?";
    }

    static List<Column> levels(Column name, Column age) {
        return List.of(
                name,
                column("Type", level -> text(level, "spec", "type")),
                column("NominalConcurrencyShares", FlowColumns::shares),
                queuing("Queues", "queues"),
                queuing("HandSize", "handSize"),
                queuing("QueueLengthLimit", "queueLengthLimit"),
                age);
    }

    private static Object shares(JsonObject level) {
        Object limited = level.at("spec", "limited", "nominalConcurrencyShares");
        return orNoneAt(limited != null ? limited : level.at("spec", "exempt", "nominalConcurrencyShares"));
    }

    private static Column queuing(String name, String member) {
        return column(name, level -> orNoneAt(level.at("spec", "limited", "limitResponse", "queuing", member)));
    }

    private static Object orNoneAt(@Nullable Object value) {
        return value == null ? "<none>" : value;
    }
}
