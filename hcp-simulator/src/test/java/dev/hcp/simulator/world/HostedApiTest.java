package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.ApiRequest;
import dev.hcp.simulator.apiserver.ApiResponse;
import dev.hcp.simulator.apiserver.Objects;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostedApiTest {
    private final Cluster cluster = new Cluster(Simulator.builder());

    @BeforeEach
    void create() {
        cluster.createHostedCluster("demo");
        cluster.settle();
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private int status() {
        ApiRequest request = new ApiRequest("GET", "/api/v1/namespaces", Map.of(), Map.of(), new byte[0]);
        ApiResponse response = cluster.simulator
                .served()
                .destination("/guests/clusters/demo/api/v1/namespaces")
                .handler()
                .handle(request);
        return response.status();
    }

    @Test
    void the_kubeconfig_names_its_address_and_a_token_that_it_accepts() {
        JsonObject secret = cluster.get("Secret", "clusters", "demo-admin-kubeconfig");
        String kubeconfig =
                new String(Base64.getDecoder().decode(secret.text("data", "kubeconfig")), StandardCharsets.UTF_8);
        assertThat(kubeconfig).contains("https://hcp.simulator/guests/clusters/demo");
        String token = kubeconfig.replaceAll("(?s).*token: \"?([0-9a-f]+).*", "$1");
        assertThat(cluster.simulator.guests().accepts("clusters", "demo", token))
                .isTrue();
        assertThat(cluster.simulator.guests().accepts("clusters", "other", token))
                .isFalse();
        assertThat(cluster.simulator.guests().accepts("clusters", "demo", "guess"))
                .isFalse();
    }

    @Test
    void it_is_down_while_its_pods_are_and_keeps_its_data() {
        assertThat(status()).isEqualTo(200);
        Objects guest = cluster.simulator.guest("clusters", "demo").orElseThrow();
        guest.create(
                guest.resource("v1", "ConfigMap"),
                JsonObject.of("metadata", JsonObject.of("name", "kept", "namespace", "default")),
                "test");
        cordon(true);
        for (JsonObject pod : cluster.list("Pod", "clusters-demo")) {
            if (Meta.name(pod).startsWith("kube-apiserver-")) {
                cluster.delete("Pod", "clusters-demo", Meta.name(pod));
            }
        }
        cluster.simulator.advance(Duration.ofMinutes(1));
        assertThat(status()).isEqualTo(503);
        assertThat(cluster.simulator.guest("clusters", "demo")).isEmpty();
        JsonObject hosted = cluster.get("HostedCluster", "clusters", "demo");
        assertThat(Cluster.condition(hosted, "KubeAPIServerAvailable").text("status"))
                .isEqualTo("False");
        assertThat(Cluster.condition(hosted, "Available").text("status")).isEqualTo("False");

        cordon(false);
        cluster.settle();
        assertThat(status()).isEqualTo(200);
        Objects again = cluster.simulator.guest("clusters", "demo").orElseThrow();
        assertThat(again.get(again.resource("v1", "ConfigMap"), "default", "kept"))
                .isPresent();
    }

    private void cordon(boolean cordoned) {
        for (JsonObject node : cluster.list("Node", "")) {
            cluster.patch("Node", "", Meta.name(node), "{\"spec\": {\"unschedulable\": " + cordoned + "}}");
        }
    }
}
