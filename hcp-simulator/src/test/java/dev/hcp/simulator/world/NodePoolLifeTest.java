package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node pool of two on KubeVirt, from Cluster API's machines to the nodes of its hosted cluster. */
class NodePoolLifeTest {
    private static final String CONTROL_PLANE = "clusters-demo";
    private static final String IMAGE = "quay.io/openshift-release-dev/ocp-release:";

    private final Simulator simulator = Simulator.start();
    private final Objects objects = simulator.objects();

    @BeforeEach
    void bringUp() {
        create("{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"clusters\"}}");
        create("{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"pull\",\"namespace\":\"clusters\"},"
                + "\"data\":{\".dockerconfigjson\":\"e30=\"}}");
        create("{\"apiVersion\":\"hypershift.openshift.io/v1beta1\",\"kind\":\"HostedCluster\","
                + "\"metadata\":{\"name\":\"demo\",\"namespace\":\"clusters\"},\"spec\":{"
                + "\"release\":{\"image\":\"" + IMAGE + "4.17.9-x86_64\"},\"pullSecret\":{\"name\":\"pull\"},"
                + "\"sshKey\":{},\"dns\":{\"baseDomain\":\"example.com\"},"
                + "\"networking\":{\"clusterNetwork\":[{\"cidr\":\"10.132.0.0/14\"}],"
                + "\"serviceNetwork\":[{\"cidr\":\"172.31.0.0/16\"}],\"networkType\":\"OVNKubernetes\"},"
                + "\"etcd\":{\"managementType\":\"Managed\",\"managed\":{\"storage\":{\"type\":\"PersistentVolume\"}}},"
                + "\"platform\":{\"type\":\"KubeVirt\",\"kubevirt\":{}},\"services\":["
                + "{\"service\":\"APIServer\",\"servicePublishingStrategy\":{\"type\":\"LoadBalancer\"}},"
                + "{\"service\":\"OAuthServer\",\"servicePublishingStrategy\":{\"type\":\"Route\"}},"
                + "{\"service\":\"Konnectivity\",\"servicePublishingStrategy\":{\"type\":\"Route\"}},"
                + "{\"service\":\"Ignition\",\"servicePublishingStrategy\":{\"type\":\"Route\"}}]}}");
        create("{\"apiVersion\":\"hypershift.openshift.io/v1beta1\",\"kind\":\"NodePool\","
                + "\"metadata\":{\"name\":\"workers\",\"namespace\":\"clusters\"},\"spec\":{"
                + "\"clusterName\":\"demo\",\"replicas\":2,\"release\":{\"image\":\"" + IMAGE + "4.17.3-x86_64\"},"
                + "\"management\":{\"upgradeType\":\"Replace\",\"autoRepair\":true},\"nodeLabels\":{\"tier\":\"gold\"},"
                + "\"platform\":{\"type\":\"KubeVirt\",\"kubevirt\":{\"compute\":{\"cores\":2,\"memory\":\"8Gi\"},"
                + "\"rootVolume\":{\"type\":\"Persistent\",\"persistent\":{\"size\":\"32Gi\"}}}}}}");
        assertThat(simulator.runUntil(() -> available() == 2, Duration.ofMinutes(30)))
                .as(() -> simulator.history().text())
                .isTrue();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void create(String json) {
        JsonObject object = Json.parseObject(json);
        objects.create(
                objects.resource(String.valueOf(object.text("apiVersion")), String.valueOf(object.text("kind"))),
                object,
                "test");
    }

    private ResourceType pools() {
        return objects.resource("hypershift.openshift.io/v1beta1", "NodePool");
    }

    private JsonObject pool() {
        return objects.get(pools(), "clusters", "workers").orElseThrow();
    }

    private long available() {
        return pool().integer(0, "status", "replicas");
    }

    private void patchPool(String patch) {
        objects.mergePatch(pools(), "clusters", "workers", null, Json.parseObject(patch), "test");
    }

    private Objects guest() {
        return simulator.guest("clusters", "demo").orElseThrow();
    }

    private List<JsonObject> nodes() {
        return guest().list(guest().resource("v1", "Node"), "");
    }

    private List<String> names(String apiVersion, String kind) {
        return objects.list(objects.resource(apiVersion, kind), CONTROL_PLANE).stream()
                .map(Meta::name)
                .toList();
    }

    @Test
    void nodes_carry_the_labels_of_their_pool_and_the_kubelet_of_its_release() {
        assertThat(nodes()).hasSize(2).allSatisfy(node -> {
            JsonObject labels = node.object("metadata", "labels");
            assertThat(labels.text("hypershift.openshift.io/nodePool")).isEqualTo("workers");
            assertThat(labels.text("tier")).isEqualTo("gold");
            assertThat(node.text("spec", "providerID")).isEqualTo("kubevirt://" + Meta.name(node));
            assertThat(node.text("status", "nodeInfo", "kubeletVersion")).startsWith("v1.30.");
        });
    }

    @Test
    void scaling_up_adds_nodes_and_scaling_down_removes_them() {
        patchPool("{\"spec\":{\"replicas\":3}}");
        assertThat(simulator.runUntil(() -> available() == 3, Duration.ofMinutes(20)))
                .isTrue();
        assertThat(nodes()).hasSize(3);
        patchPool("{\"spec\":{\"replicas\":1}}");
        assertThat(simulator.runUntil(() -> nodes().size() == 1, Duration.ofMinutes(20)))
                .isTrue();
    }

    @Test
    void an_upgrade_replaces_the_nodes_one_by_one_and_never_has_fewer_than_wanted() {
        List<String> before = names("cluster.x-k8s.io/v1beta1", "Machine");
        patchPool("{\"spec\":{\"release\":{\"image\":\"" + IMAGE + "4.17.5-x86_64\"}}}");
        assertThat(simulator.runUntil(
                        () -> {
                            assertThat(nodes().stream()
                                            .filter(node -> "True"
                                                    .equals(Cluster.condition(node, "Ready")
                                                            .text("status")))
                                            .count())
                                    .isGreaterThanOrEqualTo(2);
                            return "4.17.5".equals(pool().text("status", "version"));
                        },
                        Duration.ofMinutes(60)))
                .isTrue();
        assertThat(names("cluster.x-k8s.io/v1beta1", "Machine")).hasSize(2).doesNotContainAnyElementsOf(before);
    }

    @Test
    void a_node_whose_machine_is_cut_off_is_repaired() {
        String victim = names("kubevirt.io/v1", "VirtualMachineInstance").get(0);
        // A machine that shall not run any more, and that nobody starts: its node loses contact.
        objects.mergePatch(
                objects.resource("kubevirt.io/v1", "VirtualMachine"),
                CONTROL_PLANE,
                victim,
                null,
                Json.parseObject("{\"spec\":{\"runStrategy\":\"Halted\"}}"),
                "test");
        assertThat(simulator.runUntil(
                        () -> !names("cluster.x-k8s.io/v1beta1", "Machine").contains(victim), Duration.ofMinutes(30)))
                .isTrue();
        assertThat(simulator.runUntil(() -> available() == 2, Duration.ofMinutes(20)))
                .isTrue();
        assertThat(nodes()).extracting(Meta::name).doesNotContain(victim);
    }

    @Test
    void a_release_that_was_overtaken_by_another_leaves_no_secrets() {
        patchPool("{\"spec\":{\"release\":{\"image\":\"" + IMAGE + "4.17.4-x86_64\"}}}");
        simulator.advance(Duration.ofMinutes(2));
        patchPool("{\"spec\":{\"release\":{\"image\":\"" + IMAGE + "4.17.5-x86_64\"}}}");
        assertThat(simulator.runUntil(() -> "4.17.5".equals(pool().text("status", "version")), Duration.ofMinutes(90)))
                .isTrue();
        assertThat(names("v1", "Secret"))
                .filteredOn(name -> name.startsWith("user-data-workers-"))
                .hasSize(1);
        assertThat(names("v1", "Secret"))
                .filteredOn(name -> name.startsWith("token-workers-"))
                .hasSize(3);

        simulator.advance(Duration.ofHours(2));

        assertThat(names("v1", "Secret"))
                .filteredOn(name -> name.startsWith("token-workers-"))
                .hasSize(1);
    }

    @Test
    void a_deleted_pool_leaves_nothing_behind() {
        objects.delete(pools(), "clusters", "workers", Objects.Deletion.BACKGROUND);
        assertThat(simulator.runUntil(
                        () -> objects.get(pools(), "clusters", "workers").isEmpty(), Duration.ofMinutes(20)))
                .isTrue();
        simulator.runUntilQuiet(Duration.ofHours(1));
        assertThat(nodes()).isEmpty();
        assertThat(names("cluster.x-k8s.io/v1beta1", "MachineDeployment")).isEmpty();
        assertThat(names("cluster.x-k8s.io/v1beta1", "MachineSet")).isEmpty();
        assertThat(names("infrastructure.cluster.x-k8s.io/v1alpha1", "KubevirtMachineTemplate"))
                .isEmpty();
        assertThat(names("kubevirt.io/v1", "VirtualMachine")).isEmpty();
        assertThat(names("cdi.kubevirt.io/v1beta1", "DataVolume")).isEmpty();
        assertThat(names("v1", "Secret")).noneMatch(name -> name.contains("workers"));
    }
}
