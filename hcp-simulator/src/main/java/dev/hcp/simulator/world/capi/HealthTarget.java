package dev.hcp.simulator.world.capi;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.value.GoDuration;
import dev.hcp.simulator.world.Meta;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a health check thinks of a machine.
 *
 * @param healthy whether it stays, has a node, and nothing speaks against it
 * @param reason why it is to be remediated; empty when it is not
 * @param message the details
 * @param nextCheck when it may turn unhealthy by the mere passing of time
 */
record HealthTarget(
        JsonObject machine, boolean healthy, Optional<String> reason, String message, Optional<Duration> nextCheck) {
    /**
     * What the check goes by.
     *
     * @param cluster the cluster of the machines
     */
    record Rules(JsonObject check, JsonObject cluster, Instant now) {}

    static HealthTarget of(JsonObject machine, Optional<JsonObject> node, Rules rules) {
        if (machine.at("metadata", "annotations", "cluster.x-k8s.io/remediate-machine") != null) {
            return unhealthy(
                    machine,
                    "HasRemediateMachineAnnotation",
                    "Marked for remediation via remediate-machine annotation");
        }
        String failureReason = machine.text("status", "failureReason");
        String failureMessage = machine.text("status", "failureMessage");
        if (failureReason != null) {
            return unhealthy(machine, "MachineHasFailure", "FailureReason: " + failureReason);
        }
        if (failureMessage != null) {
            return unhealthy(machine, "MachineHasFailure", "FailureMessage: " + failureMessage);
        }
        if (machine.at("status", "nodeRef") != null && node.isEmpty()) {
            return unhealthy(machine, "NodeNotFound", "");
        }
        JsonObject initialized = CapiConditions.find(rules.cluster(), "ControlPlaneInitialized");
        JsonObject infrastructure = CapiConditions.find(rules.cluster(), "InfrastructureReady");
        if (!"True".equals(initialized.text("status")) || !"True".equals(infrastructure.text("status"))) {
            return undecided(machine, Optional.empty());
        }
        return node.isEmpty()
                ? starting(machine, rules, initialized, infrastructure)
                : judged(machine, node.get(), rules);
    }

    private static HealthTarget starting(
            JsonObject machine, Rules rules, JsonObject initialized, JsonObject infrastructure) {
        Duration timeout = duration(rules.check().text("spec", "nodeStartupTimeout"), Duration.ofMinutes(10));
        if (timeout.isZero()) {
            return undecided(machine, Optional.empty());
        }
        Instant since = latest(
                instant(machine.text("metadata", "creationTimestamp"), rules.now()),
                instant(initialized.text("lastTransitionTime"), rules.now()),
                instant(infrastructure.text("lastTransitionTime"), rules.now()));
        Duration left = Duration.between(rules.now(), since.plus(timeout));
        if (left.isNegative() || left.isZero()) {
            return unhealthy(
                    machine, "NodeStartupTimeout", "Node failed to report startup in " + GoDuration.of(timeout));
        }
        return undecided(machine, Optional.of(left.plusSeconds(1)));
    }

    private static HealthTarget judged(JsonObject machine, JsonObject node, Rules rules) {
        Optional<Duration> next = Optional.empty();
        for (Object item : rules.check().array("spec", "unhealthyConditions")) {
            if (!(item instanceof JsonObject rule)) {
                continue;
            }
            String type = String.valueOf(rule.text("type"));
            JsonObject condition = CapiConditions.find(node, type);
            String status = condition.text("status");
            if (status == null || !status.equals(rule.text("status"))) {
                continue;
            }
            Duration timeout = duration(rule.text("timeout"), Duration.ZERO);
            Duration left = Duration.between(
                    rules.now(),
                    instant(condition.text("lastTransitionTime"), rules.now()).plus(timeout));
            if (left.isNegative() || left.isZero()) {
                return unhealthy(
                        machine,
                        "UnhealthyNode",
                        "Condition " + type + " on node is reporting status " + status + " for more than "
                                + GoDuration.of(timeout));
            }
            Duration wait = left.plusSeconds(1);
            next = next.filter(known -> known.compareTo(wait) < 0).or(() -> Optional.of(wait));
        }
        return next.isPresent()
                ? undecided(machine, next)
                : new HealthTarget(machine, !Meta.deleting(machine), Optional.empty(), "", Optional.empty());
    }

    private static HealthTarget unhealthy(JsonObject machine, String reason, String message) {
        return new HealthTarget(machine, false, Optional.of(reason), message, Optional.empty());
    }

    private static HealthTarget undecided(JsonObject machine, Optional<Duration> next) {
        return new HealthTarget(machine, false, Optional.empty(), "", next);
    }

    private static Duration duration(@Nullable String text, Duration absent) {
        return text == null ? absent : GoDuration.of(text).parsed().orElse(absent);
    }

    private static Instant instant(@Nullable String text, Instant absent) {
        return text == null ? absent : Instant.parse(text);
    }

    private static Instant latest(Instant first, Instant... others) {
        Instant result = first;
        for (Instant other : others) {
            result = other.isAfter(result) ? other : result;
        }
        return result;
    }

    /** Name and reason; the machine is long. */
    @Override
    public String toString() {
        return "HealthTarget[" + Meta.name(machine) + ", " + reason.orElse(healthy ? "healthy" : "undecided") + "]";
    }
}
