package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private final Cluster cluster = new Cluster(Simulator.builder());

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void a_load_balancer_gets_its_address_after_a_while() {
        cluster.create("""
                {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "kube-apiserver", "namespace": "default"},
                 "spec": {"type": "LoadBalancer", "ports": [{"port": 6443}]}}
                """);
        cluster.simulator.advance(Duration.ofSeconds(5));
        assertThat(address()).isNull();
        cluster.settle();
        assertThat(address()).isEqualTo("198.18.0.1");
    }

    private Object address() {
        return cluster.get("Service", "default", "kube-apiserver").array("status", "loadBalancer", "ingress").stream()
                .map(entry -> ((JsonObject) entry).text("ip"))
                .findFirst()
                .orElse(null);
    }

    @Test
    void a_route_gets_a_host_below_the_default_domain_and_is_admitted() {
        cluster.create("""
                {"apiVersion": "route.openshift.io/v1", "kind": "Route",
                 "metadata": {"name": "oauth", "namespace": "default"},
                 "spec": {"to": {"kind": "Service", "name": "oauth-openshift"}}}
                """);
        cluster.settle();
        JsonObject route = cluster.get("Route", "default", "oauth");
        assertThat(route.text("spec", "host")).isEqualTo("oauth-default.apps.management.example.com");
        JsonObject ingress = route.array("status", "ingress").object(0);
        assertThat(ingress.text("host")).isEqualTo(route.text("spec", "host"));
        assertThat(ingress.array("conditions").object(0).text("status")).isEqualTo("True");
    }

    @Test
    void an_idle_world_is_quiet_and_costs_nothing() {
        cluster.settle();
        int events = cluster.simulator.history().entries().size();
        cluster.simulator.advance(Duration.ofDays(365));
        assertThat(cluster.simulator.history().entries()).hasSize(events);
    }
}
