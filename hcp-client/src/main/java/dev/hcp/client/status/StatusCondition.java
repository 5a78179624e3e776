package dev.hcp.client.status;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One of {@code status.conditions} of any kind of object. Texts that the object does not have are empty.
 *
 * @param status {@code True}, {@code False} or {@code Unknown}
 * @param since when the status changed, RFC 3339
 */
public record StatusCondition(String type, String status, String reason, String message, String since) {
    /** The conditions of a hosted cluster, in its order. */
    public static List<StatusCondition> of(HostedCluster cluster) {
        return of(Json.toTree(cluster));
    }

    /** The conditions of a node pool, in its order. */
    public static List<StatusCondition> of(NodePool pool) {
        return of(Json.toTree(pool));
    }

    /** The conditions of an object, in its order. */
    public static List<StatusCondition> of(JsonObject object) {
        List<StatusCondition> conditions = new ArrayList<>();
        for (Object item : object.array("status", "conditions")) {
            if (item instanceof JsonObject condition) {
                conditions.add(new StatusCondition(
                        text(condition, "type"),
                        text(condition, "status"),
                        text(condition, "reason"),
                        text(condition, "message"),
                        text(condition, "lastTransitionTime")));
            }
        }
        return List.copyOf(conditions);
    }

    /** The condition of a type among others. */
    public static Optional<StatusCondition> find(List<StatusCondition> conditions, String type) {
        return conditions.stream().filter(c -> c.type().equals(type)).findFirst();
    }

    /** Whether the condition of a type is True. */
    public static boolean isTrue(List<StatusCondition> conditions, String type) {
        return find(conditions, type).filter(c -> c.status().equals("True")).isPresent();
    }

    /** Whether the condition of a type is False. */
    public static boolean isFalse(List<StatusCondition> conditions, String type) {
        return find(conditions, type).filter(c -> c.status().equals("False")).isPresent();
    }

    /** Status, reason and message: {@code False (Reason): message}. */
    public String assessment() {
        return status + (reason.isEmpty() ? "" : " (" + reason + ")") + (message.isEmpty() ? "" : ": " + message);
    }

    /** {@code Type=Status (Reason): message}. */
    @Override
    public String toString() {
        return type + "=" + assessment();
    }

    private static String text(JsonObject condition, String key) {
        String value = condition.text(key);
        return value == null ? "" : value;
    }
}
