package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.api.names.Labels;
import java.util.List;

/**
 * What the node tuning operator says of a pool's performance profile. It leaves the profile's status in a config map, whose
 * conditions become conditions of the pool.
 */
final class PerformanceProfileConditions {
    private static final String PREFIX = "performance.operator.openshift.io/";
    private static final String KEY = "status";
    private static final List<String> TYPES = List.of(
            ConditionTypes.PERFORMANCE_PROFILE_AVAILABLE,
            ConditionTypes.PERFORMANCE_PROFILE_PROGRESSING,
            ConditionTypes.PERFORMANCE_PROFILE_UPGRADEABLE,
            ConditionTypes.PERFORMANCE_PROFILE_DEGRADED);

    private PerformanceProfileConditions() {}

    /**
     * Sets the conditions, or takes them away from a pool without a profile.
     *
     * @throws InvalidPoolException when the status cannot be read
     */
    static void report(PoolState state, boolean hasProfile) {
        if (!hasProfile) {
            TYPES.forEach(state.conditions::remove);
            return;
        }
        List<JsonObject> statuses =
                state.configMaps().stream().filter(map -> belongs(map, state)).toList();
        if (statuses.size() > 1) {
            throw new InvalidPoolException(
                    "there cannot be more than one PerformanceProfile ConfigMap status per NodePool. found: "
                            + statuses.size() + " NodePool: " + state.key.name());
        }
        if (!statuses.isEmpty()) {
            take(state, statuses.get(0));
        }
    }

    private static boolean belongs(JsonObject map, PoolState state) {
        JsonObject labels = map.object("metadata", "labels");
        return "true".equals(labels.text(Labels.NTO_GENERATED_PERFORMANCE_PROFILE_STATUS))
                && state.key.name().equals(labels.text(Labels.NODE_POOL));
    }

    private static void take(PoolState state, JsonObject map) {
        String text = map.text("data", KEY);
        if (text == null) {
            throw new InvalidPoolException("status not found in performance profile status configmap");
        }
        JsonObject status;
        try {
            status = ConfigManifest.parse(text);
        } catch (InvalidPoolException e) {
            throw new InvalidPoolException("failed to decode the performance profile status: " + e.getMessage());
        }
        for (Object item : status.array("conditions")) {
            if (item instanceof JsonObject condition) {
                state.conditions.set(
                        PREFIX + text(condition, "type"),
                        text(condition, "status"),
                        text(condition, "reason"),
                        text(condition, "message"));
            }
        }
    }

    private static String text(JsonObject condition, String field) {
        String value = condition.text(field);
        return value == null ? "" : value;
    }
}
