package dev.hcp.reconcilers.hostedcluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.ManagementCluster;
import dev.hcp.platforms.ManagementNetwork;
import dev.hcp.platforms.OperatorCapability;
import dev.hcp.platforms.OperatorFeature;
import dev.hcp.platforms.OperatorOptions;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.reconcilers.HostedClusterFixture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkPoliciesTest {
    private static final List<String> EVERYWHERE =
            List.of("openshift-ingress", "same-namespace", "kas", "openshift-monitoring");

    private static ClusterView cluster(String platform, String services) {
        JsonObject spec = HostedClusterFixture.cluster().object("spec");
        return new ClusterView(HostedClusterFixture.cluster()
                .with(
                        "spec",
                        spec.with("platform", Json.parse(platform.replace('\'', '"')))
                                .with("infraID", "demo-bcdfg")
                                .with("services", services(services))));
    }

    private static JsonArray services(String list) {
        List<JsonObject> services = new ArrayList<>();
        for (String entry : list.split(" ")) {
            String[] parts = entry.split("=");
            JsonObject strategy = JsonObject.of("type", parts[1]);
            services.add(JsonObject.of(
                    "service",
                    parts[0],
                    "servicePublishingStrategy",
                    parts[1].equals("NodePort")
                            ? strategy.with("nodePort", JsonObject.of("address", "203.0.113.7"))
                            : strategy));
        }
        return JsonArray.copyOf(services);
    }

    private static ManagementCluster management(OperatorOptions options) {
        return new ManagementCluster(true, "None", Optional.empty(), options, Optional.empty(), "1.30.0")
                .withNetwork(new ManagementNetwork(
                        List.of("10.128.0.0/14", "fd01::/48"), List.of("172.30.0.0/16"), List.of("192.0.2.10")));
    }

    private static ReleaseMetadata release(Map<String, String> labels) {
        return new ReleaseMetadata(
                "release:4.17.0", "4.17.0", "AMD64", Map.of(), Optional.empty(), Map.of(), labels, JsonObject.EMPTY);
    }

    private static List<JsonObject> policies(ClusterView cluster, OperatorOptions options) {
        return NetworkPolicies.of(cluster, release(OperatorCapability.allLabels()), management(options));
    }

    private static List<String> names(List<JsonObject> policies) {
        return policies.stream()
                .map(policy -> String.valueOf(policy.text("metadata", "name")))
                .toList();
    }

    private static JsonObject spec(List<JsonObject> policies, String name) {
        return policies.stream()
                .filter(policy -> name.equals(policy.text("metadata", "name")))
                .findFirst()
                .orElseThrow()
                .object("spec");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type': 'None'} | APIServer=LoadBalancer OAuthServer=Route Konnectivity=Route Ignition=Route | ",
                "{'type': 'None'} | APIServer=NodePort OAuthServer=Route Konnectivity=Route Ignition=Route | ",
                "{'type': 'None'} | OAuthServer=NodePort Konnectivity=Route Ignition=Route | nodeport-oauth",
                "{'type': 'None'} | OAuthServer=Route Konnectivity=Route Ignition=NodePort"
                        + " | nodeport-ignition nodeport-ignition-proxy",
                "{'type': 'None'} | OAuthServer=Route Konnectivity=NodePort Ignition=Route"
                        + " | nodeport-konnectivity nodeport-konnectivity-kas",
                "{'type': 'Agent'} | OAuthServer=NodePort Konnectivity=NodePort Ignition=NodePort | nodeport-oauth"
                        + " nodeport-ignition nodeport-ignition-proxy nodeport-konnectivity nodeport-konnectivity-kas",
                "{'type': 'KubeVirt', 'kubevirt': {}} | OAuthServer=Route Ignition=Route | virt-launcher",
                "{'type': 'KubeVirt', 'kubevirt': {'credentials': {'infraNamespace': 'infra'}}}"
                        + " | OAuthServer=Route Ignition=Route | ",
                "{'type': 'AWS'} | OAuthServer=Route Ignition=Route | management-kas private-router",
                "{'type': 'Azure'} | OAuthServer=Route Ignition=Route | private-router"
            })
    void a_namespace_has_the_policies_of_its_platform_and_of_how_its_services_are_published(
            String platform, String services, String further) {
        List<String> expected = new ArrayList<>(EVERYWHERE);
        if (further != null) {
            expected.addAll(Arrays.asList(further.split(" ")));
        }

        assertThat(names(policies(cluster(platform, services), OperatorOptions.DEFAULTS)))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void the_management_api_is_closed_only_where_pods_say_that_they_need_it() {
        ClusterView cluster = cluster("{'type': 'AWS'}", "Ignition=Route");

        assertThat(names(NetworkPolicies.of(cluster, release(Map.of()), management(OperatorOptions.DEFAULTS))))
                .contains("private-router")
                .doesNotContain("management-kas");
    }

    @Test
    void options_of_the_operator_open_more() {
        ClusterView cluster = cluster("{'type': 'AWS'}", "Ignition=Route");

        assertThat(names(policies(
                        cluster,
                        OperatorOptions.DEFAULTS
                                .with(OperatorFeature.SHARED_INGRESS)
                                .with(OperatorFeature.HOSTED_METRICS_ACCESS))))
                .contains("sharedingress", "metrics-server");
    }

    @Test
    void virtual_machines_reach_neither_pods_nor_services_of_the_management_cluster() {
        JsonObject spec = spec(
                policies(cluster("{'type': 'KubeVirt'}", "Ignition=NodePort"), OperatorOptions.DEFAULTS),
                "virt-launcher");
        JsonArray to = spec.array("egress").object(0).array("to");

        assertThat(to.object(0))
                .isEqualTo(Json.parse("{\"ipBlock\": {\"cidr\": \"0.0.0.0/0\","
                        + " \"except\": [\"10.128.0.0/14\", \"172.30.0.0/16\"]}}"));
        assertThat(to.object(1))
                .isEqualTo(Json.parse("{\"ipBlock\": {\"cidr\": \"::/0\", \"except\": [\"fd01::/48\"]}}"));
        assertThat(to).contains(Json.parse("{\"ipBlock\": {\"cidr\": \"203.0.113.7/32\"}}"));
        assertThat(spec.object("podSelector", "matchLabels"))
                .isEqualTo(JsonObject.of(
                        "hypershift.openshift.io/infra-id", "demo-bcdfg", "kubevirt.io", "virt-launcher"));
    }

    @Test
    void the_router_of_an_old_release_has_rules_for_what_comes_in_only() {
        ReleaseMetadata old = new ReleaseMetadata(
                "r", "4.13.9", "AMD64", Map.of(), Optional.empty(), Map.of(), Map.of(), JsonObject.EMPTY);
        JsonObject spec = spec(
                NetworkPolicies.of(
                        cluster("{'type': 'AWS'}", "Ignition=Route"), old, management(OperatorOptions.DEFAULTS)),
                "private-router");

        assertThat(spec.array("policyTypes")).isEqualTo(JsonArray.of("Ingress"));
        assertThat(spec.containsKey("egress")).isFalse();
    }
}
