package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.capi.MachineHealthCheck;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.ConditionReasons;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.api.value.GoDuration;
import dev.hcp.reconcilers.Conditions;
import dev.hcp.reconcilers.ObjectKey;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The MachineHealthCheck of a pool with automatic repair. */
final class MachineHealthChecks {
    private static final Set<String> SLOW_PLATFORMS = Set.of("Agent", "None");
    private static final Pattern INT_OR_PERCENT = Pattern.compile("[0-9]{1,9}%?");

    private MachineHealthChecks() {}

    static void reconcile(PoolState state) {
        ObjectKey key = new ObjectKey(state.controlPlaneNamespace, state.key.name());
        if (!Boolean.TRUE.equals(state.management().getAutoRepair())) {
            state.pass.delete(MachineHealthCheck.class, key);
            state.conditions.set(ConditionTypes.AUTOREPAIR_ENABLED, false, ConditionReasons.AS_EXPECTED, "");
            return;
        }
        if (!state.conditions.is(ConditionTypes.REACHED_IGNITION_ENDPOINT, Conditions.TRUE)) {
            // Machines that cannot boot would be replaced for ever.
            return;
        }
        String timeout = timeout(state);
        state.pass.apply(
                MachineHealthCheck.class,
                JsonObject.of(
                        "apiVersion",
                        "cluster.x-k8s.io/v1beta1",
                        "kind",
                        "MachineHealthCheck",
                        "metadata",
                        JsonObject.of("name", key.name(), "namespace", key.namespace()),
                        "spec",
                        JsonObject.of(
                                "clusterName",
                                state.infraId(),
                                "selector",
                                JsonObject.of("matchLabels", JsonObject.of(state.selectorName(), state.selectorName())),
                                "unhealthyConditions",
                                List.of(unhealthy("False", timeout), unhealthy("Unknown", timeout)),
                                "maxUnhealthy",
                                maxUnhealthy(state),
                                "nodeStartupTimeout",
                                "20m0s")));
        state.conditions.set(ConditionTypes.AUTOREPAIR_ENABLED, true, ConditionReasons.AS_EXPECTED, "");
    }

    private static JsonObject unhealthy(String status, String timeout) {
        return JsonObject.of("type", "Ready", "status", status, "timeout", timeout);
    }

    private static String timeout(PoolState state) {
        Duration standard = Duration.ofMinutes(SLOW_PLATFORMS.contains(state.platformType()) ? 16 : 8);
        String override = state.overridingAnnotation(Annotations.MACHINE_HEALTH_CHECK_TIMEOUT);
        return GoDuration.of(GoDuration.of(override).parsed().orElse(standard)).text();
    }

    private static Object maxUnhealthy(PoolState state) {
        String override = state.overridingAnnotation(Annotations.MACHINE_HEALTH_CHECK_MAX_UNHEALTHY);
        if (!INT_OR_PERCENT.matcher(override).matches()) {
            return 2L;
        }
        return override.endsWith("%") ? override : (Object) Long.valueOf(override);
    }
}
