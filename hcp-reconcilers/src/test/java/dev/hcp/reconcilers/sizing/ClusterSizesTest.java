package dev.hcp.reconcilers.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.hypershift.scheduling.ClusterSizingConfiguration;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.OperatorFeature;
import dev.hcp.platforms.OperatorOptions;
import dev.hcp.reconcilers.HostedClusterFixture;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.PlainStore;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.WorldFixture;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes of hosted clusters by their nodes, where a management cluster has them. */
class ClusterSizesTest {
    private static final String TRANSITIONED = " The HostedCluster has transitioned to a new t-shirt size.";

    private final WorldFixture world = new WorldFixture();
    private final ClusterSizeReconciler sizing = new ClusterSizeReconciler();

    ClusterSizesTest() {
        world.store.create(Json.toTree(SizingConfigurationReconciler.defaults()));
        cluster("demo", 3);
    }

    private void cluster(String name, int nodes) {
        world.store.create(Json.parseObject("""
                {"apiVersion": "hypershift.openshift.io/v1beta1", "kind": "HostedCluster",
                 "metadata": {"name": "%1$s", "namespace": "clusters"}, "spec": {}, "status": {"conditions": []}}
                """.formatted(name)));
        world.store.create(Json.parseObject("""
                {"apiVersion": "hypershift.openshift.io/v1beta1", "kind": "HostedControlPlane",
                 "metadata": {"name": "%1$s", "namespace": "clusters-%1$s"}, "status": {"nodeCount": %2$d}}
                """.formatted(name, nodes)));
    }

    private void patch(Class<? extends HasMetadata> type, String namespace, String name, String patch) {
        world.store.patch(PlainStore.kindOf(type), new ObjectKey(namespace, name), Json.parseObject(patch));
    }

    private void patchCluster(String name, String patch) {
        patch(HostedCluster.class, "clusters", name, patch);
    }

    private void annotate(String name, String annotation, String value) {
        patchCluster(
                name,
                "{\"metadata\": {\"annotations\": {\"hypershift.openshift.io/" + annotation + "\": \"" + value
                        + "\"}}}");
    }

    private void nodes(String name, int nodes) {
        patch(HostedControlPlane.class, "clusters-" + name, name, "{\"status\": {\"nodeCount\": " + nodes + "}}");
    }

    private Plan pass(String name) {
        return world.pass(sizing, "clusters", name).orElseThrow();
    }

    private Plan pass() {
        return pass("demo");
    }

    private JsonObject object(String name) {
        return world.existing(HostedCluster.class, "clusters", name);
    }

    private String condition(String type) {
        return HostedClusterFixture.condition(object("demo"), type);
    }

    private Optional<String> label(String name) {
        return Optional.ofNullable(
                object(name).text("metadata", "labels", "hypershift.openshift.io/hosted-cluster-size"));
    }

    private void waitsFor(Duration duration, String reason, String message) {
        assertThat(pass().requeueAfter()).contains(duration);
        assertThat(condition("ClusterSizeTransitionPending")).isEqualTo("True " + reason + " " + message);
    }

    @Test
    void a_cluster_gets_its_first_size_at_once_and_the_label_a_pass_later() {
        pass();
        assertThat(condition("ClusterSizeComputed")).isEqualTo("True small" + TRANSITIONED);
        assertThat(condition("ClusterSizeTransitionPending")).isEqualTo("False ClusterSizeTransitioned" + TRANSITIONED);
        assertThat(condition("ClusterSizeTransitionRequired")).isEqualTo("False AsExpected" + TRANSITIONED);
        assertThat(label("demo")).isEmpty();

        pass();
        assertThat(label("demo")).contains("small");
        assertThat(pass()).isEqualTo(Plan.NOTHING);
    }

    @ParameterizedTest
    @CsvSource({"0, small", "10, small", "11, medium", "100, medium", "101, large", "5000, large"})
    void the_number_of_nodes_decides(int nodes, String size) {
        nodes("demo", nodes);
        pass();
        assertThat(condition("ClusterSizeComputed")).startsWith("True " + size + " ");
    }

    @Test
    void pools_count_where_the_control_plane_does_not() {
        patch(HostedControlPlane.class, "clusters-demo", "demo", "{\"status\": {\"nodeCount\": null}}");
        pool("fixed", "demo", "{\"replicas\": 8}", 1);
        pool("scaled", "demo", "{\"autoScaling\": {\"min\": 1, \"max\": 90}}", 4);
        pool("other", "another", "{\"replicas\": 500}", 500);
        pass();
        assertThat(condition("ClusterSizeComputed")).startsWith("True medium ");

        patch(NodePool.class, "clusters", "scaled", "{\"status\": {\"replicas\": 93}}");
        pass();
        assertThat(condition("ClusterSizeTransitionRequired")).startsWith("True large ");
    }

    private void pool(String name, String cluster, String spec, int replicas) {
        world.store.create(Json.parseObject("""
                {"apiVersion": "hypershift.openshift.io/v1beta1", "kind": "NodePool",
                 "metadata": {"name": "%s", "namespace": "clusters"}, "status": {"replicas": %d}}
                """.formatted(name, replicas))
                .with("spec", Json.parseObject(spec).with("clusterName", cluster)));
    }

    @ParameterizedTest
    @CsvSource({"3, 30, 30, increase, 30s", "300, 3, 600, decrease, 10m0s"})
    void another_size_is_waited_for(int before, int after, long seconds, String direction, String duration) {
        nodes("demo", before);
        pass();
        String first = condition("ClusterSizeComputed");
        nodes("demo", after);
        String message = "HostedClusters must wait at least " + duration + " to " + direction
                + " in size after the cluster size changes.";

        waitsFor(Duration.ofSeconds(seconds), "TransitionDelayNotElapsed", message);
        String wanted = after == 30 ? "medium" : "small";
        assertThat(condition("ClusterSizeTransitionRequired"))
                .isEqualTo("True " + wanted + " The HostedCluster will transition to a new t-shirt size.");
        world.advance(Duration.ofSeconds(seconds - 1));
        waitsFor(Duration.ofSeconds(1), "TransitionDelayNotElapsed", message);
        assertThat(condition("ClusterSizeComputed")).isEqualTo(first);

        world.advance(Duration.ofSeconds(1));
        pass();
        assertThat(condition("ClusterSizeComputed")).isEqualTo("True " + wanted + TRANSITIONED);
        assertThat(condition("ClusterSizeTransitionPending")).isEqualTo("False ClusterSizeTransitioned" + TRANSITIONED);
        assertThat(condition("ClusterSizeTransitionRequired")).isEqualTo("False AsExpected" + TRANSITIONED);
        pass();
        assertThat(label("demo")).contains(wanted);
    }

    @Test
    void a_wait_starts_anew_when_yet_another_size_is_needed_and_ends_when_none_is() {
        pass();
        nodes("demo", 30);
        pass();
        world.advance(Duration.ofSeconds(20));
        nodes("demo", 300);
        assertThat(pass().requeueAfter()).contains(Duration.ofSeconds(30));

        nodes("demo", 3);
        assertThat(pass().requeueAfter()).isEmpty();
        assertThat(condition("ClusterSizeTransitionPending")).startsWith("False ClusterSizeTransitioned ");
    }

    @Test
    void clusters_with_machines_of_their_own_wait_for_each_other() {
        patch(ClusterSizingConfiguration.class, "", "cluster", "{\"spec\": {\"concurrency\": {\"limit\": 2}}}");
        cluster("first", 3);
        cluster("second", 3);
        cluster("elsewhere", 3);
        for (String name : new String[] {"demo", "first", "second"}) {
            annotate(name, "cluster-scheduled", "true");
        }
        pass("first");
        world.advance(Duration.ofMinutes(4));
        pass("second");
        pass("elsewhere");
        pass();
        nodes("demo", 30);
        pass();
        world.advance(Duration.ofSeconds(30));

        waitsFor(
                Duration.ofSeconds(330),
                "ConcurrencyLimitReached",
                "2 HostedClusters have already transitioned sizes in the last 10m0s,"
                        + " more time must elapse before the next transition.");
        world.advance(Duration.ofSeconds(330));
        pass();
        assertThat(condition("ClusterSizeComputed")).startsWith("True medium ");
    }

    @Test
    void one_without_machines_of_its_own_waits_for_none() {
        patch(ClusterSizingConfiguration.class, "", "cluster", "{\"spec\": {\"concurrency\": {\"limit\": 1}}}");
        cluster("first", 3);
        annotate("first", "cluster-scheduled", "true");
        pass("first");
        pass();
        nodes("demo", 30);
        pass();
        world.advance(Duration.ofSeconds(30));
        pass();
        assertThat(condition("ClusterSizeComputed")).startsWith("True medium ");
    }

    @Test
    void an_annotation_overrides_the_nodes_and_must_name_a_size() {
        annotate("demo", "cluster-size-override", "large");
        pass();
        assertThat(condition("ClusterSizeComputed")).startsWith("True large ");

        annotate("demo", "cluster-size-override", "enormous");
        assertThat(pass().failure().orElse("")).contains("enormous");
        assertThat(condition("ClusterSizeComputed")).startsWith("True large ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"metadata\": {\"deletionTimestamp\": \"2026-03-01T11:00:00Z\", \"finalizers\": [\"x\"]}}",
                "{\"spec\": {\"pausedUntil\": \"true\"}}",
                "{\"status\": null}",
            })
    void clusters_that_go_or_rest_or_have_not_begun_have_no_size(String patch) {
        patchCluster("demo", patch);
        assertThat(pass()).isEqualTo(Plan.NOTHING);
    }

    @Test
    void without_a_configuration_clusters_have_no_sizes() {
        world.store.delete(
                PlainStore.kindOf(ClusterSizingConfiguration.class), new ObjectKey("", "cluster"), world.now());
        assertThat(pass()).isEqualTo(Plan.NOTHING);

        world.operator(OperatorOptions.DEFAULTS.with(OperatorFeature.CLUSTER_SIZES));
        pass();
        assertThat(world.existing(ClusterSizingConfiguration.class, "", "cluster")
                        .array("spec", "sizes"))
                .extracting(size -> ((JsonObject) size).text("name"))
                .containsExactly("small", "medium", "large");
        pass();
        assertThat(condition("ClusterSizeComputed")).startsWith("True small ");
    }

    @Test
    void the_controller_of_hosted_clusters_leaves_sizes_alone() {
        WorldFixture shared = new WorldFixture();
        shared.store.create(Json.toTree(SizingConfigurationReconciler.defaults()));
        HostedClusterFixture demo = new HostedClusterFixture(shared).create();
        demo.settle();
        for (int i = 0; i < 2; i++) {
            shared.pass(sizing, "clusters", "demo");
        }
        demo.patchSpec("channel", "stable-4.17");
        demo.settle();

        assertThat(HostedClusterFixture.condition(demo.hostedCluster(), "ClusterSizeComputed"))
                .startsWith("True small ");
        assertThat(shared.pass(sizing, "clusters", "demo").map(Plan::isEmpty)).contains(true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a:0-10,b:11- | True AsExpected Configuration is valid.",
                "b:11-,a:0-10 | True AsExpected Configuration is valid.",
                "a:0-10,b:12- | False InvalidConfiguration size class b starts at 12 nodes, not at the 11 that are next",
                "a:0-10,b:10- | False InvalidConfiguration size class b starts at 10 nodes, not at the 11 that are next",
                "a:0-10 | False InvalidConfiguration no size class is for 11 nodes",
            })
    void sizes_leave_no_gap_and_do_not_overlap_or_are_not_used(String sizes, String expected) {
        StringBuilder list = new StringBuilder();
        for (String size : sizes.split(",")) {
            String[] parts = size.split("[:-]");
            list.append(list.isEmpty() ? "" : ", ")
                    .append("{\"name\": \"" + parts[0] + "\", \"criteria\": {\"from\": " + parts[1]
                            + (parts.length > 2 ? ", \"to\": " + parts[2] : "") + "}}");
        }
        patch(ClusterSizingConfiguration.class, "", "cluster", "{\"spec\": {\"sizes\": [" + list + "]}}");
        SizingConfigurationReconciler validation = new SizingConfigurationReconciler();
        world.pass(validation, "", "cluster");

        assertThat(HostedClusterFixture.condition(
                        world.existing(ClusterSizingConfiguration.class, "", "cluster"),
                        "ClusterSizingConfigurationValid"))
                .isEqualTo(expected);
        assertThat(world.pass(validation, "", "cluster")).contains(Plan.NOTHING);
        assertThat(pass().isEmpty()).isEqualTo(expected.startsWith("False"));
    }
}
