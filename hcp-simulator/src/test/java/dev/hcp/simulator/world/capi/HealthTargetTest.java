package dev.hcp.simulator.world.capi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthTargetTest {
    private static final JsonObject CHECK = Json.parseObject("{\"spec\":{\"nodeStartupTimeout\":\"20m0s\","
            + "\"unhealthyConditions\":[{\"type\":\"Ready\",\"status\":\"False\",\"timeout\":\"8m0s\"},"
            + "{\"type\":\"Ready\",\"status\":\"Unknown\",\"timeout\":\"8m0s\"}]}}");
    private static final JsonObject CLUSTER = Json.parseObject(
            "{\"status\":{\"conditions\":["
                    + "{\"type\":\"ControlPlaneInitialized\",\"status\":\"True\",\"lastTransitionTime\":\"2026-01-01T00:00:00Z\"},"
                    + "{\"type\":\"InfrastructureReady\",\"status\":\"True\",\"lastTransitionTime\":\"2026-01-01T00:00:00Z\"}]}}");
    private static final JsonObject MACHINE = Json.parseObject("{\"metadata\":{\"name\":\"m\","
            + "\"creationTimestamp\":\"2026-01-01T00:10:00Z\"},\"status\":{\"nodeRef\":{\"name\":\"m\"}}}");

    private static HealthTarget at(String time, JsonObject machine, Optional<JsonObject> node) {
        return HealthTarget.of(machine, node, new HealthTarget.Rules(CHECK, CLUSTER, Instant.parse(time)));
    }

    private static Optional<JsonObject> node(String ready) {
        return Optional.of(Json.parseObject("{\"status\":{\"conditions\":[{\"type\":\"Ready\",\"status\":\"" + ready
                + "\",\"lastTransitionTime\":\"2026-01-01T01:00:00Z\"}]}}"));
    }

    @Test
    void a_machine_with_a_ready_node_is_healthy() {
        assertThat(at("2026-01-01T02:00:00Z", MACHINE, node("True")).healthy()).isTrue();
    }

    @Test
    void a_node_that_is_not_ready_has_until_the_timeout() {
        HealthTarget target = at("2026-01-01T01:05:00Z", MACHINE, node("Unknown"));
        assertThat(target.healthy()).isFalse();
        assertThat(target.reason()).isEmpty();
        assertThat(target.nextCheck()).contains(Duration.ofSeconds(181));
    }

    @Test
    void after_the_timeout_the_machine_is_unhealthy() {
        HealthTarget target = at("2026-01-01T01:08:00Z", MACHINE, node("Unknown"));
        assertThat(target.reason()).contains("UnhealthyNode");
        assertThat(target.message())
                .isEqualTo("Condition Ready on node is reporting status Unknown for more than 8m0s");
    }

    @Test
    void a_machine_whose_node_has_vanished_is_unhealthy_at_once() {
        assertThat(at("2026-01-01T02:00:00Z", MACHINE, Optional.empty()).reason())
                .contains("NodeNotFound");
    }

    @Test
    void a_machine_without_a_node_has_until_the_startup_timeout() {
        JsonObject starting = MACHINE.without("status");
        assertThat(at("2026-01-01T00:29:00Z", starting, Optional.empty()).nextCheck())
                .contains(Duration.ofSeconds(61));
        assertThat(at("2026-01-01T00:30:00Z", starting, Optional.empty()).message())
                .isEqualTo("Node failed to report startup in 20m0s");
    }

    @Test
    void before_the_control_plane_is_initialized_nothing_is_judged() {
        HealthTarget target = HealthTarget.of(
                MACHINE.without("status"),
                Optional.empty(),
                new HealthTarget.Rules(CHECK, JsonObject.EMPTY, Instant.parse("2026-01-01T09:00:00Z")));
        assertThat(target.reason()).isEmpty();
    }

    @Test
    void the_annotation_asks_for_remediation() {
        JsonObject marked = MACHINE.withAt("", "metadata", "annotations", "cluster.x-k8s.io/remediate-machine");
        assertThat(at("2026-01-01T02:00:00Z", marked, node("True")).reason()).contains("HasRemediateMachineAnnotation");
    }

    @Test
    void a_machine_that_has_failed_is_unhealthy_whatever_its_node_says() {
        JsonObject reason = MACHINE.withAt("CreateError", "status", "failureReason");
        assertThat(at("2026-01-01T02:00:00Z", reason, node("True")).reason()).contains("MachineHasFailure");
        assertThat(at("2026-01-01T02:00:00Z", reason, node("True")).message()).isEqualTo("FailureReason: CreateError");
        JsonObject message = MACHINE.withAt("no quota", "status", "failureMessage");
        assertThat(at("2026-01-01T02:00:00Z", message, node("True")).reason()).contains("MachineHasFailure");
        assertThat(at("2026-01-01T02:00:00Z", message, node("True")).message()).isEqualTo("FailureMessage: no quota");
    }

    @Test
    void without_a_startup_timeout_a_machine_may_take_for_ever() {
        HealthTarget target = HealthTarget.of(
                MACHINE.without("status"),
                Optional.empty(),
                new HealthTarget.Rules(
                        CHECK.withAt("0s", "spec", "nodeStartupTimeout"),
                        CLUSTER,
                        Instant.parse("2026-02-01T00:00:00Z")));
        assertThat(target.reason()).isEmpty();
        assertThat(target.nextCheck()).isEmpty();
        assertThat(target.healthy()).isFalse();
    }

    @Test
    void conditions_that_nobody_asked_for_do_not_count() {
        JsonObject node = Json.parseObject("{\"status\":{\"conditions\":[{\"type\":\"DiskPressure\","
                + "\"status\":\"True\",\"lastTransitionTime\":\"2026-01-01T01:00:00Z\"}]}}");
        assertThat(at("2026-01-01T09:00:00Z", MACHINE, Optional.of(node)).healthy())
                .isTrue();
    }
}
