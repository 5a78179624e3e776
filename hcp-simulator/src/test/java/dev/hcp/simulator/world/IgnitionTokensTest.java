package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.faults.Fault;
import dev.hcp.simulator.faults.InjectedFault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A token for the ignition server lives eleven hours, of which machines are made with it for the first half. */
class IgnitionTokensTest {
    private static final String NAMESPACE = "clusters-demo";
    private static final Duration HALF_LIFE = Duration.ofMinutes(330);

    private final Cluster cluster = new Cluster(Simulator.builder().timings(Timings.instant()));

    @BeforeEach
    void given_a_pool_with_a_machine() {
        cluster.createHostedCluster("demo");
        cluster.createNodePool("demo", 1);
        cluster.settle();
        assertThat(running()).isEqualTo(1);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private JsonObject secret(String prefix) {
        List<JsonObject> found = cluster.list("Secret", NAMESPACE).stream()
                .filter(secret -> Meta.name(secret).startsWith(prefix))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private JsonObject token() {
        return secret("token-demo");
    }

    private static String data(JsonObject secret, String key) {
        String value = secret.text("data", key);
        return value == null ? "" : new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
    }

    private static Instant made(JsonObject token) {
        return Instant.parse(String.valueOf(
                token.text("metadata", "annotations", "hypershift.openshift.io/last-token-generation-time")));
    }

    private String poolCondition(String type) {
        return String.valueOf(Cluster.condition(cluster.get("NodePool", "clusters", "demo"), type)
                .text("status"));
    }

    private ResourceType machineApi(String kind) {
        return cluster.simulator.objects().resource("cluster.x-k8s.io/v1beta1", kind);
    }

    private long running() {
        return cluster.simulator.objects().list(machineApi("Machine"), NAMESPACE).stream()
                .filter(machine -> "Running".equals(machine.text("status", "phase")))
                .count();
    }

    private void until(Instant time) {
        cluster.simulator.advance(Duration.between(cluster.simulator.now(), time));
    }

    /** Machines that are made now, and cannot ask for their configuration before the fault is mended. */
    private InjectedFault scaleWhileUnreachable(int replicas) {
        InjectedFault fault = cluster.simulator.inject(new Fault.IgnitionUnreachable(NAMESPACE));
        cluster.patch("NodePool", "clusters", "demo", "{\"spec\": {\"replicas\": " + replicas + "}}");
        cluster.simulator.advance(Duration.ofMinutes(2));
        assertThat(cluster.simulator.objects().list(machineApi("Machine"), NAMESPACE))
                .hasSize(replicas);
        return fault;
    }

    @Test
    void a_token_is_replaced_after_half_its_life_and_user_data_follows() {
        JsonObject first = token();
        String userData = data(secret("user-data-demo"), "value");
        until(made(first).plus(HALF_LIFE).minusSeconds(1));
        assertThat(token().object("data")).isEqualTo(first.object("data"));

        until(made(first).plus(HALF_LIFE).plusSeconds(5));

        JsonObject second = token();
        assertThat(Meta.name(second)).isEqualTo(Meta.name(first));
        assertThat(made(second)).isEqualTo(made(first).plus(HALF_LIFE));
        assertThat(data(second, "old_token")).isEqualTo(data(first, "token"));
        assertThat(data(second, "token")).isNotEqualTo(data(first, "token")).hasSize(36);
        String bearer = Base64.getEncoder().encodeToString(data(second, "token").getBytes(StandardCharsets.UTF_8));
        assertThat(data(secret("user-data-demo"), "value"))
                .isNotEqualTo(userData)
                .contains(bearer);
        assertThat(poolCondition("ValidGeneratedPayload")).isEqualTo("True");
        assertThat(poolCondition("ReachedIgnitionEndpoint")).isEqualTo("True");
        assertThat(poolCondition("UpdatingConfig")).isEqualTo("False");
        assertThat(running()).isEqualTo(1);

        until(made(second).plus(HALF_LIFE).plusSeconds(5));

        assertThat(data(token(), "old_token")).isEqualTo(data(second, "token"));
    }

    @Test
    void a_machine_made_before_a_rotation_still_gets_its_configuration_after_it() {
        InjectedFault fault = scaleWhileUnreachable(2);
        until(made(token()).plus(HALF_LIFE).plusSeconds(5));
        assertThat(data(token(), "old_token")).isNotEmpty();

        fault.mend();
        cluster.simulator.advance(Duration.ofMinutes(5));

        assertThat(running()).isEqualTo(2);
    }

    @Test
    void a_machine_made_two_rotations_ago_gets_no_configuration_but_a_new_one_does() {
        InjectedFault fault = scaleWhileUnreachable(2);
        until(made(token()).plus(HALF_LIFE.multipliedBy(2)).plusSeconds(5));

        fault.mend();
        cluster.simulator.advance(Duration.ofMinutes(5));
        assertThat(running()).isEqualTo(1);

        cluster.patch("NodePool", "clusters", "demo", "{\"spec\": {\"replicas\": 3}}");
        cluster.simulator.advance(Duration.ofMinutes(5));
        assertThat(running()).isEqualTo(2);
    }

    @Test
    void no_token_is_replaced_while_no_ignition_server_runs() {
        JsonObject first = token();
        cluster.patch("HostedCluster", "clusters", "demo", "{\"spec\": {\"pausedUntil\": \"true\"}}");
        cluster.settle();
        cluster.patch("Deployment", NAMESPACE, "ignition-server", "{\"spec\": {\"replicas\": 0}}");
        until(made(first).plus(HALF_LIFE).plusSeconds(60));
        assertThat(token().object("data")).isEqualTo(first.object("data"));

        cluster.patch("Deployment", NAMESPACE, "ignition-server", "{\"spec\": {\"replicas\": 1}}");
        cluster.simulator.advance(Duration.ofMinutes(5));

        assertThat(data(token(), "old_token")).isEqualTo(data(first, "token"));
    }
}
