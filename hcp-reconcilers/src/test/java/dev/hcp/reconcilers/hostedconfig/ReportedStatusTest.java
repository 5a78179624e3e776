package dev.hcp.reconcilers.hostedconfig;

import static dev.hcp.reconcilers.HostedClusterFixture.condition;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.openshift.ClusterVersion;
import dev.hcp.api.openshift.Route;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.PlainStore;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportedStatusTest {
    private TwoWorlds worlds = new TwoWorlds("KubeVirt").settle();

    private void inGuest(Class<? extends HasMetadata> type, String name, String patch) {
        worlds.guest.store.patch(PlainStore.kindOf(type), new ObjectKey("", name), Json.parseObject(patch));
        worlds.settle();
    }

    private void machine(String name, String metadata) {
        worlds.management.store.create(Json.parseObject("""
                {"apiVersion": "cluster.x-k8s.io/v1beta1", "kind": "Machine",
                 "metadata": {"name": "%s", "namespace": "clusters-demo", "uid": "m", %s},
                 "status": {"addresses": [{"type": "InternalIP", "address": "10.0.0.7"},
                   {"type": "InternalIP", "address": "fd00::7"}, {"type": "Hostname", "address": "h"}]}}
                """.formatted(name, metadata)));
    }

    private void node(String name) {
        worlds.guest.store.create(Json.parseObject("""
                {"apiVersion": "v1", "kind": "Node", "metadata": {"name": "%1$s",
                 "annotations": {"cluster.x-k8s.io/machine": "%1$s"}}, "spec": {"taints": [{"key": "own"}]}}
                """.formatted(name)));
    }

    @Test
    void the_version_status_and_conditions_are_those_of_the_version_operator() {
        inGuest(ClusterVersion.class, "version", """
                {"status": {"desired": {"image": "release:4.17.1", "version": "4.17.1"}, "observedGeneration": 2,
                  "availableUpdates": null,
                  "history": [{"state": "Partial", "startedTime": "2026-03-01T10:00:00Z", "image": "release:4.17.1"}],
                  "conditions": [{"type": "Failing", "status": "False"},
                    {"type": "Progressing", "status": "True", "reason": "Why", "message": "on the way"},
                    {"type": "Available", "status": "True", "message": "Done"}]}}
                """);

        JsonObject status = worlds.controlPlane().object("status");
        assertThat(status.object("versionStatus")).isEqualTo(Json.parseObject("""
                {"availableUpdates": null, "desired": {"image": "release:4.17.1", "version": "4.17.1"},
                 "history": [{"state": "Partial", "startedTime": "2026-03-01T10:00:00Z", "image": "release:4.17.1"}],
                 "observedGeneration": 2}
                """));
        assertThat(status.text("version")).isEqualTo("4.17.1");
        assertThat(condition(worlds.controlPlane(), "ClusterVersionProgressing"))
                .isEqualTo("True Why on the way");
        assertThat(condition(worlds.controlPlane(), "ClusterVersionAvailable"))
                .isEqualTo("True FromClusterVersion Done");
        assertThat(condition(worlds.controlPlane(), "ClusterVersionUpgradeable"))
                .as("what the version operator does not say is no obstacle")
                .isEqualTo("True FromClusterVersion ");
        assertThat(condition(worlds.controlPlane(), "ClusterVersionReleaseAccepted"))
                .startsWith("null");
    }

    @ParameterizedTest
    @CsvSource({
        "Failing, ClusterVersionFailing",
        "Progressing, ClusterVersionProgressing",
        "Available, ClusterVersionAvailable",
        "ReleaseAccepted, ClusterVersionReleaseAccepted",
        "Upgradeable, ClusterVersionUpgradeable"
    })
    void what_the_version_operator_says_has_its_reason_or_that_of_where_it_comes_from(String theirs, String ours) {
        String reported = "{\"status\": {\"history\": [{\"image\": \"release:4.17.0\", \"state\": \"Completed\"}],"
                + " \"conditions\": [{\"type\": \"" + theirs + "\", \"status\": \"False\", \"message\": \"m\"%s}]}}";

        inGuest(ClusterVersion.class, "version", reported.formatted(""));
        assertThat(condition(worlds.controlPlane(), ours)).isEqualTo("False FromClusterVersion m");

        inGuest(ClusterVersion.class, "version", reported.formatted(", \"reason\": \"Why\""));
        assertThat(condition(worlds.controlPlane(), ours)).isEqualTo("False Why m");
    }

    @Test
    void a_node_always_gets_its_pools_name_and_once_its_labels_and_taints() {
        machine("n1", """
                "labels": {"managed.hypershift.openshift.io.zone": "a"},
                "annotations": {"hypershift.openshift.io/nodePool": "clusters/pool",
                  "hypershift.openshift.io/nodePoolTaints": "[{\\"key\\": \\"k\\", \\"effect\\": \\"NoSchedule\\"}]"}
                """);
        node("n1");
        worlds.settle();

        JsonObject node = worlds.inGuest(Node.class, "", "n1");
        assertThat(node.object("metadata", "labels"))
                .isEqualTo(JsonObject.of("hypershift.openshift.io/nodePool", "pool", "zone", "a"));
        assertThat(node.array("spec", "taints")).hasSize(2);
        assertThat(worlds.controlPlane().integer(0, "status", "nodeCount")).isEqualTo(1);

        inGuest(Node.class, "n1", """
                {"metadata": {"labels": {"hypershift.openshift.io/nodePool": null, "zone": null}}, "spec": {"taints": null}}
                """);
        node = worlds.inGuest(Node.class, "", "n1");
        assertThat(node.object("metadata", "labels"))
                .isEqualTo(JsonObject.of("hypershift.openshift.io/nodePool", "pool"));
        assertThat(node.array("spec", "taints")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"8800, True AsExpected All is well", "8799, False KubeVirtSuboptimalMTUDetected"})
    void the_packet_size_of_a_network_within_a_network_is_judged(int size, String expected) {
        assertThat(condition(worlds.controlPlane(), "ValidKubeVirtInfraNetworkMTU"))
                .startsWith("null");

        inGuest(ConfigKinds.Network.class, "cluster", "{\"status\": {\"clusterNetworkMTU\": " + size + "}}");

        assertThat(condition(worlds.controlPlane(), "ValidKubeVirtInfraNetworkMTU"))
                .startsWith(expected);
    }

    @Test
    void ingress_is_passed_through_to_the_machines_once_the_cluster_has_a_router() {
        worlds.change(
                "{\"spec\": {\"platform\": {\"kubevirt\": {\"baseDomainPassthrough\": true, \"generateID\": \"x1\"}}}}");
        machine("n1", "\"labels\": {}");
        worlds.settle();
        assertThat(worlds.management.trees(Route.class, TwoWorlds.NAMESPACE)).isEmpty();

        worlds.guest.store.create(Json.parseObject("""
                {"apiVersion": "v1", "kind": "Service",
                 "metadata": {"name": "router-nodeport-default", "namespace": "openshift-ingress"},
                 "spec": {"ports": [{"port": 80, "nodePort": 30080}, {"port": 443, "nodePort": 30443}]}}
                """));
        worlds.settle();

        String service = "default-ingress-passthrough-service-x1";
        JsonObject route =
                worlds.management.existing(Route.class, TwoWorlds.NAMESPACE, "default-ingress-passthrough-route-x1");
        assertThat(route.text("spec", "host")).isEqualTo("https.apps.demo.example.com");
        assertThat(route.text("spec", "wildcardPolicy")).isEqualTo("Subdomain");
        assertThat(route.text("spec", "to", "name")).isEqualTo(service);
        assertThat(worlds.management
                        .existing(Service.class, TwoWorlds.NAMESPACE, service)
                        .array("spec", "ports")
                        .object(0)
                        .integer(0, "targetPort"))
                .isEqualTo(30443);
        assertThat(worlds.management.trees(EndpointSlice.class, TwoWorlds.NAMESPACE))
                .extracting(slice -> slice.text("metadata", "name")
                        + slice.array("endpoints").object(0).array("addresses"))
                .containsExactly(service + "-n1-ipv4[\"10.0.0.7\"]", service + "-n1-ipv6[\"fd00::7\"]");
    }

    @Test
    void the_controller_manager_learns_the_clusters_own_authorities() {
        for (String source : ControllerManagerAuthorities.SOURCES) {
            worlds.guest.store.create(HostedPass.object(ConfigMap.class, "openshift-config-managed", source)
                    .with("data", JsonObject.of("ca-bundle.crt", source + "\n")));
        }
        worlds.settle();

        assertThat(worlds.management
                        .existing(ConfigMap.class, TwoWorlds.NAMESPACE, "controller-manager-additional-ca")
                        .text("data", "additional-ca.crt"))
                .isEqualTo("default-ingress-cert\nservice-ca\n");
    }
}
