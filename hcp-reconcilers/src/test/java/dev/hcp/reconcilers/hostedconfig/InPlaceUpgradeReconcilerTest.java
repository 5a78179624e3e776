package dev.hcp.reconcilers.hostedconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.capi.MachineSet;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.Intent;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.PlainStore;
import dev.hcp.reconcilers.Plan;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pool {@code workers} goes from configuration {@code old} to {@code new}. */
class InPlaceUpgradeReconcilerTest {
    private static final String PREFIX = "machineconfiguration.openshift.io/";

    private final TwoWorlds worlds = new TwoWorlds("Agent");
    private final InPlaceUpgradeReconciler reconciler = new InPlaceUpgradeReconciler();

    @BeforeEach
    void threeNodes() {
        worlds.management.store.create(Json.parseObject("""
                {"apiVersion": "cluster.x-k8s.io/v1beta1", "kind": "MachineSet",
                 "metadata": {"name": "workers", "namespace": "clusters-demo", "uid": "set", "annotations": {
                   "hypershift.openshift.io/nodePool": "clusters/workers",
                   "hypershift.openshift.io/nodePoolMaxUnavailable": "1",
                   "hypershift.openshift.io/nodePoolCurrentConfigVersion": "old",
                   "hypershift.openshift.io/nodePoolTargetConfigVersion": "new"}}}
                """));
        for (String node : List.of("a", "b", "c")) {
            worlds.management.store.create(Json.parseObject("""
                    {"apiVersion": "cluster.x-k8s.io/v1beta1", "kind": "Machine",
                     "metadata": {"name": "%1$s", "namespace": "clusters-demo",
                       "ownerReferences": [{"kind": "MachineSet", "name": "workers", "uid": "set"}]},
                     "status": {"nodeRef": {"name": "%1$s"}}}
                    """.formatted(node)));
            worlds.guest.store.create(Json.parseObject("""
                    {"apiVersion": "v1", "kind": "Node", "metadata": {"name": "%s"},
                     "status": {"conditions": [{"type": "Ready", "status": "True"}]}}
                    """.formatted(node)));
        }
        worlds.secret("token-workers-new", "payload", "ignition");
        worlds.management.store.patch(
                "/Secret",
                new ObjectKey("clusters-demo", "token-workers-new"),
                Json.parseObject("{\"data\": {\"release\": \"cmVsZWFzZTo0LjE3LjA=\"}}"));
    }

    private Plan pass() {
        return worlds.management.pass(reconciler, "clusters-demo", "workers").orElseThrow();
    }

    private void settle() {
        for (int i = 0; i < 5 && !pass().isEmpty(); i++) {
            assertThat(i).isLessThan(4);
        }
    }

    private JsonObject node(String name) {
        return worlds.inGuest(Node.class, "", name);
    }

    private String annotation(String node, String name) {
        return String.valueOf(node(node).text("metadata", "annotations", PREFIX + name));
    }

    private void annotate(String node, String name, String value) {
        worlds.guest.store.patch(
                "/Node",
                new ObjectKey("", node),
                JsonObject.EMPTY.withAt(value, "metadata", "annotations", PREFIX + name));
    }

    private String progress(String which) {
        return String.valueOf(worlds.management
                .existing(MachineSet.class, "clusters-demo", "workers")
                .text("metadata", "annotations", "hypershift.openshift.io/nodePool" + which));
    }

    private List<JsonObject> daemons() {
        return worlds.guest.store.everything().values().stream()
                .filter(object -> "Pod".equals(object.text("kind")))
                .toList();
    }

    @Test
    void the_first_node_is_told_and_gets_a_daemon_with_the_payload() {
        settle();
        assertThat(annotation("a", "desiredConfig")).isEqualTo("new");
        assertThat(annotation("a", "currentConfig")).isEqualTo("old");
        assertThat(annotation("b", "desiredConfig")).isEqualTo("null");
        assertThat(daemons()).hasSize(1).allSatisfy(pod -> {
            assertThat(pod.text("spec", "nodeName")).isEqualTo("a");
            assertThat(pod.array("spec", "containers").object(0).text("image")).isEqualTo("release:4.17.0");
        });
        assertThat(worlds.inGuest(ConfigMap.class, "workers-upgrade", "workers-upgrade")
                        .object("data"))
                .isEqualTo(JsonObject.of("config", "ignition", "hash", "new"));
        assertThat(progress("UpgradeInProgressTrue"))
                .isEqualTo("Nodepool update in progress. Target Config version: new. Total Nodes: 3. Upgraded: 0");
    }

    @Test
    void nothing_begins_before_the_payload_is_there() {
        worlds.management.store.patch(
                "/Secret",
                new ObjectKey("clusters-demo", "token-workers-new"),
                Json.parseObject("{\"data\": {\"payload\": null}}"));
        Plan plan = pass();
        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.requeueAfter()).contains(Duration.ofSeconds(5));
    }

    @Test
    void a_node_that_asks_for_it_is_cordoned_and_emptied_but_for_daemons() {
        settle();
        pod("default", "web", "a", "ReplicaSet");
        pod("default", "agent", "a", "DaemonSet");
        pod("default", "other", "b", "ReplicaSet");
        annotate("a", "desiredDrain", "drain-new");
        Plan plan = pass();
        assertThat(plan.intents())
                .filteredOn(intent -> intent instanceof Intent.Hosted hosted && hosted.intent() instanceof Intent.Evict)
                .extracting(Intent::key)
                .containsExactly(new ObjectKey("default", "web"));
        assertThat(plan.requeueAfter()).contains(Duration.ofSeconds(10));
        assertThat(node("a").isTrue("spec", "unschedulable")).isTrue();
        assertThat(annotation("a", "lastAppliedDrain")).isEqualTo("null");

        settle();
        assertThat(annotation("a", "lastAppliedDrain")).isEqualTo("drain-new");
        annotate("a", "currentConfig", "new");
        annotate("a", "desiredDrain", "uncordon-new");
        settle();
        assertThat(node("a").isTrue("spec", "unschedulable")).isFalse();
        assertThat(annotation("a", "lastAppliedDrain")).isEqualTo("uncordon-new");
    }

    private void pod(String namespace, String name, String node, String owner) {
        worlds.guest.store.create(Json.parseObject("""
                {"apiVersion": "v1", "kind": "Pod", "metadata": {"namespace": "%s", "name": "%s",
                   "ownerReferences": [{"kind": "%s", "name": "x", "uid": "x", "controller": true}]},
                 "spec": {"nodeName": "%s"}}
                """.formatted(namespace, name, owner, node)));
    }

    private void upgraded(String node) {
        annotate(node, "currentConfig", "new");
        annotate(node, "desiredConfig", "new");
        annotate(node, "state", "Done");
    }

    @Test
    void the_next_node_follows_when_one_is_done() {
        settle();
        upgraded("a");
        settle();
        assertThat(annotation("b", "desiredConfig")).isEqualTo("new");
        assertThat(daemons()).extracting(pod -> pod.text("spec", "nodeName")).containsExactly("b");
        assertThat(progress("UpgradeInProgressTrue")).endsWith("Total Nodes: 3. Upgraded: 1");
    }

    @Test
    void a_node_that_is_not_ready_counts_as_one_that_is_being_upgraded() {
        worlds.guest.store.patch(
                PlainStore.kindOf(Node.class),
                new ObjectKey("", "c"),
                Json.parseObject("{\"status\": {\"conditions\": [{\"type\": \"Ready\", \"status\": \"False\"}]}}"));
        settle();
        assertThat(annotation("a", "desiredConfig")).isEqualTo("null");
    }

    @Test
    void a_degraded_node_stops_the_upgrade() {
        settle();
        annotate("a", "state", "Degraded");
        annotate("a", "reason", "disk full");
        settle();
        assertThat(progress("UpgradeInProgressFalse")).isEqualTo("Node a in nodepool degraded: disk full");
        assertThat(progress("UpgradeInProgressTrue")).isEqualTo("null");
        assertThat(progress("CurrentConfigVersion")).isEqualTo("old");
    }

    @Test
    void when_all_nodes_are_done_the_pool_is_told_and_nothing_is_left() {
        settle();
        List.of("a", "b", "c").forEach(this::upgraded);
        settle();
        assertThat(progress("CurrentConfigVersion")).isEqualTo("new");
        assertThat(progress("UpgradeInProgressTrue")).isEqualTo("null");
        assertThat(worlds.guest.tree(Namespace.class, "", "workers-upgrade")).isEmpty();
    }

    @Test
    void a_paused_cluster_is_left_alone() {
        worlds.change("{\"spec\": {\"pausedUntil\": \"true\"}}");
        assertThat(pass().isEmpty()).isTrue();
    }
}
