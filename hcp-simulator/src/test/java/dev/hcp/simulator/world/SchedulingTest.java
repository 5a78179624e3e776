package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.ManagementNode;
import dev.hcp.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchedulingTest {
    private Cluster cluster = new Cluster(Simulator.builder().nodes(0));

    @AfterEach
    void stop() {
        cluster.close();
    }

    private void given(ManagementNode... nodes) {
        cluster.close();
        cluster = new Cluster(Simulator.builder()
                .managementNodes(List.of(nodes))
                .timings(Timings.instant().with(Stage.POD_STOP, Duration.ofSeconds(5))));
    }

    private static ManagementNode node(String name, String zone) {
        return ManagementNode.named(name).inZone(zone);
    }

    private void pod(String name, String labels, String spec) {
        cluster.create("""
                {"apiVersion": "v1", "kind": "Pod",
                 "metadata": {"name": "%s", "namespace": "default", "labels": {%s}},
                 "spec": {"containers": [{"name": "main", "image": "app"%s}]%s}}
                """.formatted(name, labels, spec.startsWith("cpu=") ? requests(spec) : "", rest(spec)));
    }

    private static String requests(String spec) {
        String cpu = spec.substring(4).split(";", 2)[0];
        return ", \"resources\": {\"requests\": {\"cpu\": \"" + cpu + "\"}}";
    }

    private static String rest(String spec) {
        String rest = spec.startsWith("cpu=") ? spec.substring(spec.indexOf(';') + 1) : spec;
        return rest.isEmpty() ? "" : ", " + rest;
    }

    private void when() {
        cluster.simulator.advance(Duration.ofSeconds(30));
    }

    private String nodeOf(String pod) {
        return cluster.get("Pod", "default", pod).text("spec", "nodeName");
    }

    private String complaint(String pod) {
        JsonObject condition = Cluster.condition(cluster.get("Pod", "default", pod), "PodScheduled");
        assertThat(condition.text("status")).isEqualTo("False");
        assertThat(condition.text("reason")).isEqualTo("Unschedulable");
        return condition.text("message");
    }

    private List<String> events(String pod, String reason) {
        return cluster.list("Event", "default").stream()
                .filter(event ->
                        pod.equals(event.text("involvedObject", "name")) && reason.equals(event.text("reason")))
                .map(event -> event.text("type") + " " + event.text("message"))
                .toList();
    }

    private static final String APART_BY_ZONE = """
            "affinity": {"podAntiAffinity": {"requiredDuringSchedulingIgnoredDuringExecution": [
              {"labelSelector": {"matchLabels": {"app": "etcd"}}, "topologyKey": "topology.kubernetes.io/zone"}]}}""";

    @Test
    void pods_that_keep_apart_get_a_zone_each_and_one_too_many_gets_none() {
        given(node("a1", "a"), node("a2", "a"), node("b1", "b"), node("b2", "b"));
        for (int i = 0; i < 3; i++) {
            pod("etcd-" + i, "\"app\": \"etcd\"", APART_BY_ZONE);
        }
        when();
        assertThat(nodeOf("etcd-0").charAt(0)).isNotEqualTo(nodeOf("etcd-1").charAt(0));
        assertThat(events("etcd-0", "Scheduled"))
                .containsExactly("Normal Successfully assigned default/etcd-0 to " + nodeOf("etcd-0"));
        String complaint = "0/4 nodes are available: 4 node(s) didn't match pod anti-affinity rules."
                + " preemption: 0/4 nodes are available: 4 No preemption victims found for incoming pod.";
        assertThat(complaint("etcd-2")).isEqualTo(complaint);
        assertThat(events("etcd-2", "FailedScheduling")).containsExactly("Warning " + complaint);

        cluster.delete("Pod", "default", "etcd-0");
        when();
        assertThat(nodeOf("etcd-2")).isNotNull();
    }

    @Test
    void others_keep_away_from_pods_that_keep_apart() {
        given(node("a1", "a"));
        pod("first", "\"app\": \"other\"", APART_BY_ZONE);
        pod("second", "\"app\": \"etcd\"", "");
        when();
        assertThat(complaint("second"))
                .startsWith(
                        "0/1 nodes are available: 1 node(s) didn't satisfy existing pods" + " anti-affinity rules.");
    }

    private static final String OF_CONTROL_PLANE = """
            "tolerations": [
              {"key": "hypershift.openshift.io/control-plane", "operator": "Equal", "value": "true", "effect": "NoSchedule"},
              {"key": "hypershift.openshift.io/cluster", "operator": "Equal", "value": "%1$s", "effect": "NoSchedule"}],
            "affinity": {"nodeAffinity": {"preferredDuringSchedulingIgnoredDuringExecution": [
              {"weight": 50, "preference": {"matchExpressions": [
                {"key": "hypershift.openshift.io/control-plane", "operator": "In", "values": ["true"]}]}},
              {"weight": 100, "preference": {"matchExpressions": [
                {"key": "hypershift.openshift.io/cluster", "operator": "In", "values": ["%1$s"]}]}}]}}""";

    @Test
    void nodes_set_aside_for_a_control_plane_take_its_pods_and_no_others() {
        given(
                node("plain", "a"),
                node("shared", "a").forControlPlanes(),
                node("own", "a").forControlPlane("clusters-demo"));
        pod("of-demo", "", OF_CONTROL_PLANE.formatted("clusters-demo"));
        pod("of-other", "", OF_CONTROL_PLANE.formatted("clusters-other"));
        pod("of-nobody", "", "");
        when();
        assertThat(nodeOf("of-demo")).isEqualTo("own");
        assertThat(nodeOf("of-other")).isEqualTo("shared");
        assertThat(nodeOf("of-nobody")).isEqualTo("plain");
    }

    @Test
    void a_node_takes_no_more_pods_than_its_limit() {
        given(node("small", "a").takingPods(2));
        for (int i = 0; i < 3; i++) {
            pod("pod-" + i, "", "");
        }
        when();
        assertThat(complaint("pod-2")).startsWith("0/1 nodes are available: 1 Too many pods. preemption: ");
    }

    @Test
    void each_reason_is_counted_over_the_nodes() {
        given(
                node("full", "a").offering("1", "8Gi"),
                node("tainted", "a").tainted("dedicated=infra:NoSchedule"),
                node("unlabelled", "b"));
        cluster.patch("Node", "", "unlabelled", "{\"spec\": {\"unschedulable\": true}}");
        pod("big", "", "cpu=2;");
        when();
        assertThat(complaint("big"))
                .isEqualTo("0/3 nodes are available: 1 Insufficient cpu, 1 node(s) had untolerated taint"
                        + " {dedicated: infra}, 1 node(s) were unschedulable. preemption: 0/3 nodes are available:"
                        + " 1 No preemption victims found for incoming pod,"
                        + " 2 Preemption is not helpful for scheduling.");

        cluster.patch("Node", "", "unlabelled", "{\"spec\": {\"unschedulable\": null}}");
        when();
        assertThat(nodeOf("big")).isEqualTo("unlabelled");
    }

    @Test
    void a_pod_of_a_higher_priority_class_takes_the_place_of_lower_ones() {
        given(node("only", "a").offering("2", "8Gi"));
        pod("low", "", "cpu=1; \"priorityClassName\": \"hypershift-control-plane\"");
        pod("middle", "", "cpu=1; \"priorityClassName\": \"hypershift-api-critical\"");
        when();
        pod("etcd", "", "cpu=1; \"priorityClassName\": \"hypershift-etcd\"");
        cluster.simulator.advance(Duration.ofMillis(20));
        JsonObject waiting = cluster.get("Pod", "default", "etcd");
        assertThat(waiting.text("status", "nominatedNodeName")).isEqualTo("only");
        assertThat(complaint("etcd")).isEqualTo("0/1 nodes are available: 1 Insufficient cpu.");
        assertThat(Cluster.condition(cluster.get("Pod", "default", "low"), "DisruptionTarget")
                        .text("reason"))
                .isEqualTo("PreemptionByScheduler");
        assertThat(events("low", "Preempted"))
                .containsExactly("Normal Preempted by pod " + Meta.uid(waiting) + " on node only");
        when();
        assertThat(nodeOf("etcd")).isEqualTo("only");
        assertThat(cluster.find("Pod", "default", "low")).isEmpty();
        assertThat(nodeOf("middle")).isEqualTo("only");
    }

    @Test
    void a_priority_class_may_say_that_its_pods_wait_for_room() {
        given(node("only", "a").offering("1", "8Gi"));
        cluster.create("""
                {"apiVersion": "scheduling.k8s.io/v1", "kind": "PriorityClass", "metadata": {"name": "polite"},
                 "value": 1000, "preemptionPolicy": "Never"}
                """);
        pod("low", "", "cpu=1;");
        when();
        pod("polite", "", "cpu=1; \"priorityClassName\": \"polite\"");
        when();
        assertThat(complaint("polite"))
                .isEqualTo("0/1 nodes are available: 1 Insufficient cpu. preemption: not eligible due to"
                        + " preemptionPolicy=Never.");
        assertThat(nodeOf("low")).isEqualTo("only");
    }

    @Test
    void topology_spread_constraints_keep_zones_even() {
        given(node("a1", "a"), node("a2", "a"), node("b1", "b"));
        for (int i = 0; i < 6; i++) {
            pod("web-" + i, "\"app\": \"web\"", """
                    "topologySpreadConstraints": [{"maxSkew": 1, "topologyKey": "topology.kubernetes.io/zone",
                      "whenUnsatisfiable": "DoNotSchedule", "labelSelector": {"matchLabels": {"app": "web"}}}]""");
        }
        when();
        Map<Character, Long> byZone = cluster.list("Pod", "default").stream()
                .collect(Collectors.groupingBy(
                        pod -> pod.text("spec", "nodeName").charAt(0), Collectors.counting()));
        assertThat(byZone).containsExactly(Map.entry('a', 3L), Map.entry('b', 3L));
    }

    @Test
    void a_pod_waits_for_its_claim() {
        given(node("a1", "a"));
        pod("data", "", "\"volumes\": [{\"name\": \"d\", \"persistentVolumeClaim\": {\"claimName\": \"data\"}}]");
        when();
        assertThat(complaint("data"))
                .isEqualTo("0/1 nodes are available: persistentvolumeclaim \"data\" not found. preemption: 0/1 nodes"
                        + " are available: 1 Preemption is not helpful for scheduling.");
    }

    @Test
    void a_volume_that_waits_for_its_first_consumer_binds_the_pod_to_its_zone() {
        given(node("a1", "a"), node("b1", "b"));
        cluster.create("""
                {"apiVersion": "storage.k8s.io/v1", "kind": "StorageClass", "metadata": {"name": "zonal"},
                 "provisioner": "csi.example.com", "volumeBindingMode": "WaitForFirstConsumer"}
                """);
        cluster.create("""
                {"apiVersion": "v1", "kind": "PersistentVolumeClaim", "metadata": {"name": "data", "namespace": "default"},
                 "spec": {"storageClassName": "zonal", "accessModes": ["ReadWriteOnce"],
                   "resources": {"requests": {"storage": "1Gi"}}}}
                """);
        String withVolume = "\"volumes\": [{\"name\": \"d\", \"persistentVolumeClaim\": {\"claimName\": \"data\"}}]";
        pod("first", "", withVolume);
        when();
        String node = nodeOf("first");
        assertThat(node).isNotNull();
        cluster.delete("Pod", "default", "first");
        cluster.patch("Node", "", node, "{\"spec\": {\"unschedulable\": true}}");
        pod("second", "", withVolume);
        when();
        assertThat(complaint("second"))
                .startsWith("0/2 nodes are available: 1 node(s) had volume node affinity conflict, 1 node(s) were"
                        + " unschedulable.");
    }

    @Test
    void without_nodes_it_says_so() {
        pod("lonely", "", "");
        when();
        assertThat(complaint("lonely")).isEqualTo("no nodes available to schedule pods");
    }
}
