package dev.hcp.simulator.apiserver;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.patch.FieldManager;
import dev.hcp.simulator.apiserver.patch.FieldSets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** An apply would change what others own. */
final class ApplyConflict extends HcpException {
    private static final long serialVersionUID = 1L;

    private final transient Map<FieldManager, JsonObject> conflicts;

    ApplyConflict(Map<FieldManager, JsonObject> conflicts) {
        super("conflicts with " + conflicts.keySet());
        this.conflicts = conflicts;
    }

    /** The fields at stake, by owner. */
    Map<FieldManager, JsonObject> conflicts() {
        return conflicts;
    }

    /** The refusal as clients see it. */
    ApiException refusal() {
        List<FieldManager> managers = new ArrayList<>(conflicts.keySet());
        managers.sort(Comparator.comparing(FieldManager::identity));
        List<Object> causes = new ArrayList<>();
        StringBuilder many = new StringBuilder();
        String only = "";
        for (FieldManager manager : managers) {
            String who = manager.printed();
            many.append(many.length() == 0 ? "" : "\n")
                    .append("conflicts with ")
                    .append(who)
                    .append(':');
            for (String path : FieldSets.paths(conflicts.getOrDefault(manager, JsonObject.EMPTY))) {
                only = "conflict with " + who + ": " + path;
                many.append("\n- ").append(path);
                causes.add(JsonObject.of(
                        "reason", "FieldManagerConflict", "message", "conflict with " + who, "field", path));
            }
        }
        String message = causes.size() == 1
                ? "Apply failed with 1 conflict: " + only
                : "Apply failed with " + causes.size() + " conflicts: " + many;
        return Failures.of(409, "Conflict", message, JsonObject.of("causes", JsonArray.copyOf(causes)));
    }
}
