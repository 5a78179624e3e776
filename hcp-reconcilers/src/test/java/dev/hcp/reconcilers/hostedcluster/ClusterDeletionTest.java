package dev.hcp.reconcilers.hostedcluster;

import static dev.hcp.reconcilers.HostedClusterFixture.NAMESPACE;
import static dev.hcp.reconcilers.HostedClusterFixture.condition;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.HcpException;
import dev.hcp.api.capi.Cluster;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.Orphan;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.HostedClusterFixture;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.PlainStore;
import dev.hcp.reconcilers.Plan;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cluster being deleted: what goes in which order, and what waits for what. */
class ClusterDeletionTest {
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final String HOLD = "test/hold";

    private final ScriptedPlatform platform = new ScriptedPlatform();
    private final HostedClusterFixture demo = new HostedClusterFixture(platform).create();

    private void object(String apiVersion, String kind, String namespace, String name, JsonObject more) {
        JsonObject metadata = JsonObject.of("name", name, "namespace", namespace);
        JsonObject object = JsonObject.of("apiVersion", apiVersion, "kind", kind, "metadata", metadata);
        for (int i = 0; i < more.size(); i++) {
            object = object.with(more.keyAt(i), more.valueAt(i));
        }
        demo.world.store.create(object);
    }

    private void hold(Class<? extends HasMetadata> type, String namespace, String name) {
        demo.world.store.patch(
                PlainStore.kindOf(type),
                new ObjectKey(namespace, name),
                JsonObject.of("metadata", JsonObject.of("finalizers", JsonArray.of(HOLD))));
    }

    private void letGo(Class<? extends HasMetadata> type, String namespace, String name) {
        hold(type, namespace, name);
        demo.world.store.patch(
                PlainStore.kindOf(type),
                new ObjectKey(namespace, name),
                JsonObject.of("metadata", JsonObject.of("finalizers", JsonArray.EMPTY)));
        demo.world.store.delete(PlainStore.kindOf(type), new ObjectKey(namespace, name), demo.world.now());
    }

    private void delete() {
        demo.world.store.delete(
                PlainStore.kindOf(HostedCluster.class), new ObjectKey("clusters", "demo"), demo.world.now());
    }

    private boolean isThere(Class<? extends HasMetadata> type, String namespace, String name) {
        return demo.world.tree(type, namespace, name).isPresent();
    }

    private boolean isLeaving(Class<? extends HasMetadata> type, String namespace, String name) {
        return demo.world.existing(type, namespace, name).at("metadata", "deletionTimestamp") != null;
    }

    private void assertWaits() {
        assertThat(demo.clusterPass().flatMap(Plan::requeueAfter)).contains(RETRY);
    }

    private List<HasMetadata> machines(World world) {
        return List.copyOf(world.list(ConfigMap.class, "machines"));
    }

    @Test
    void machines_go_then_the_platforms_own_then_the_control_plane_then_its_namespace() {
        demo.clusterPasses();
        String infraId = demo.hostedCluster().text("spec", "infraID");
        object(
                "hypershift.openshift.io/v1beta1",
                "NodePool",
                "clusters",
                "workers",
                JsonObject.of("spec", JsonObject.of("clusterName", "demo")));
        object(
                "hypershift.openshift.io/v1beta1",
                "NodePool",
                "clusters",
                "others",
                JsonObject.of("spec", JsonObject.of("clusterName", "another")));
        object("cluster.x-k8s.io/v1beta1", "Cluster", NAMESPACE, infraId, JsonObject.EMPTY);
        object("v1", "ConfigMap", "machines", "endpoint", JsonObject.EMPTY);
        object("v1", "ConfigMap", "credentials", "binding", JsonObject.EMPTY);
        hold(Cluster.class, NAMESPACE, infraId);
        hold(ConfigMap.class, "machines", "endpoint");
        hold(HostedControlPlane.class, NAMESPACE, "demo");
        hold(Namespace.class, "", NAMESPACE);
        platform.deletion = this::machines;
        platform.credentialsToDelete = world -> List.copyOf(world.list(ConfigMap.class, "credentials"));
        delete();

        assertWaits();
        assertThat(isThere(NodePool.class, "clusters", "workers")).isFalse();
        assertThat(isThere(NodePool.class, "clusters", "others")).isTrue();
        assertThat(isLeaving(Cluster.class, NAMESPACE, infraId)).isTrue();
        assertThat(isThere(ConfigMap.class, "credentials", "binding")).isTrue();

        letGo(Cluster.class, NAMESPACE, infraId);
        assertWaits();
        assertThat(isThere(ConfigMap.class, "credentials", "binding")).isFalse();
        assertThat(isLeaving(ConfigMap.class, "machines", "endpoint")).isTrue();
        assertThat(isLeaving(HostedControlPlane.class, NAMESPACE, "demo")).isFalse();

        letGo(ConfigMap.class, "machines", "endpoint");
        assertWaits();
        assertThat(isLeaving(HostedControlPlane.class, NAMESPACE, "demo")).isTrue();
        assertThat(isLeaving(Namespace.class, "", NAMESPACE)).isFalse();

        letGo(HostedControlPlane.class, NAMESPACE, "demo");
        assertWaits();
        assertThat(isLeaving(Namespace.class, "", NAMESPACE)).isTrue();

        letGo(Namespace.class, "", NAMESPACE);
        assertThat(demo.clusterPass().flatMap(Plan::requeueAfter)).isEmpty();
        assertThat(isThere(HostedCluster.class, "clusters", "demo")).isFalse();
        assertThat(isThere(Secret.class, "clusters", "pull")).isTrue();
    }

    @Test
    void finalizers_of_others_are_left_alone() {
        demo.clusterPasses();
        demo.world.store.patch(
                PlainStore.kindOf(HostedCluster.class),
                new ObjectKey("clusters", "demo"),
                JsonObject.of(
                        "metadata",
                        JsonObject.of(
                                "finalizers",
                                JsonArray.of("hypershift.openshift.io/finalizer", "openshift.io/destroy-cluster"))));
        delete();
        demo.clusterPasses();

        assertThat(demo.hostedCluster().array("metadata", "finalizers"))
                .containsExactly("openshift.io/destroy-cluster");
        assertThat(demo.clusterPass().map(Plan::isEmpty)).contains(true);
    }

    @Test
    void finalizers_that_nobody_will_remove_are_dropped_while_machines_are_waited_for() {
        demo.clusterPasses();
        String infraId = demo.hostedCluster().text("spec", "infraID");
        object("cluster.x-k8s.io/v1beta1", "Cluster", NAMESPACE, infraId, JsonObject.EMPTY);
        object("v1", "ConfigMap", "machines", "orphan", JsonObject.EMPTY);
        hold(Cluster.class, NAMESPACE, infraId);
        hold(ConfigMap.class, "machines", "orphan");
        platform.orphans = world -> machines(world).stream()
                .map(machine -> new Orphan(machine, List.of(HOLD)))
                .toList();
        delete();

        assertWaits();
        assertThat(demo.world.existing(ConfigMap.class, "machines", "orphan").array("metadata", "finalizers"))
                .isEmpty();
    }

    @Test
    void the_control_plane_is_asked_to_clean_up_the_cloud_when_the_user_wants_that() {
        demo.clusterPasses();
        hold(HostedControlPlane.class, NAMESPACE, "demo");
        demo.annotate("cleanup-cloud-resources", "true");
        delete();
        demo.clusterPass();

        assertThat(demo.controlPlane()
                        .text("metadata", "annotations", "hypershift.openshift.io/cleanup-cloud-resources"))
                .isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CloudResourcesDestroyed", "AWSDefaultSecurityGroupDeleted"})
    void a_control_plane_that_goes_says_what_is_left_in_the_cloud(String type) {
        demo.clusterPasses();
        demo.controlPlaneSays(type, "False", "Before", "deletion");
        hold(HostedControlPlane.class, NAMESPACE, "demo");
        demo.clusterPass();
        assertThat(condition(demo.hostedCluster(), type)).startsWith("null");

        delete();
        demo.clusterPass();
        assertThat(condition(demo.hostedCluster(), type)).startsWith("null");
        demo.clusterPass();
        assertThat(condition(demo.hostedCluster(), type)).isEqualTo("False Before deletion");

        demo.controlPlaneSays(type, "False", "RemainingCloudResources", "Remaining resources: lb");
        demo.clusterPass();
        assertThat(condition(demo.hostedCluster(), type))
                .isEqualTo("False RemainingCloudResources Remaining resources: lb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CloudResourcesDestroyed", "AWSDefaultSecurityGroupDeleted"})
    void of_a_control_plane_that_goes_without_a_word_nothing_is_known(String type) {
        demo.clusterPasses();
        hold(HostedControlPlane.class, NAMESPACE, "demo");
        delete();
        demo.clusterPass();
        demo.clusterPass();
        assertThat(condition(demo.hostedCluster(), type)).isEqualTo("Unknown StatusUnknown ");
    }

    @ParameterizedTest
    @CsvSource({"False, ErrorOccurred, no answer", "True, CloudResourcesDestroyed, All guest resources destroyed"})
    void what_it_says_is_taken_over_as_it_is(String status, String reason, String message) {
        demo.clusterPasses();
        hold(HostedControlPlane.class, NAMESPACE, "demo");
        delete();
        demo.clusterPass();
        demo.controlPlaneSays("CloudResourcesDestroyed", status, reason, message);
        demo.clusterPass();
        assertThat(condition(demo.hostedCluster(), "CloudResourcesDestroyed"))
                .isEqualTo(status + " " + reason + " " + message);
    }

    @Test
    void conditions_the_platform_keeps_are_kept_to_the_end() {
        demo.clusterPasses();
        hold(HostedControlPlane.class, NAMESPACE, "demo");
        delete();
        platform.standing = List.of(ScriptedPlatform.condition("Identity", "False", "Bad", "no"));
        demo.clusterPass();

        assertThat(condition(demo.hostedCluster(), "Identity")).isEqualTo("False Bad no");
    }

    @Test
    void the_namespace_can_be_kept() {
        demo.clusterPasses().annotate("skip-delete-hosted-controlplane-namespace", "true");
        delete();
        demo.clusterPasses();

        assertThat(isThere(HostedCluster.class, "clusters", "demo")).isFalse();
        assertThat(isThere(Namespace.class, "", NAMESPACE)).isTrue();
    }

    @Test
    void cluster_wide_roles_of_the_cluster_go_last() {
        demo.clusterPasses();
        JsonObject owner = JsonObject.of(
                "hypershift.openshift.io/owner.name", "demo", "hypershift.openshift.io/owner.namespace", "clusters");
        demo.world.store.create(JsonObject.of(
                "apiVersion",
                "rbac.authorization.k8s.io/v1",
                "kind",
                "ClusterRole",
                "metadata",
                JsonObject.of("labels", owner, "name", "signer")));
        hold(Namespace.class, "", NAMESPACE);
        delete();
        demo.clusterPasses();
        assertThat(isThere(ClusterRole.class, "", "signer")).isTrue();

        letGo(Namespace.class, "", NAMESPACE);
        demo.clusterPass();
        assertThat(isThere(ClusterRole.class, "", "signer")).isFalse();
    }

    @Test
    void a_grace_period_keeps_the_cluster_when_everything_else_is_gone() {
        demo.clusterPasses().annotate("destroy-grace-period", "10m");
        delete();
        demo.clusterPass();
        demo.clusterPass();
        assertThat(demo.clusterPass().flatMap(Plan::requeueAfter)).contains(Duration.ofMinutes(10));
        assertThat(condition(demo.hostedCluster(), "HostedClusterDestroyed"))
                .isEqualTo("True WaitingForGracePeriod Grace period set: 10m0s");

        demo.world.advance(Duration.ofMinutes(4));
        assertThat(demo.clusterPass().flatMap(Plan::requeueAfter)).contains(Duration.ofMinutes(6));
        demo.world.advance(Duration.ofMinutes(6));
        demo.clusterPass();
        assertThat(isThere(HostedCluster.class, "clusters", "demo")).isFalse();
    }

    @Test
    void a_grace_period_that_is_none_holds_up_the_deletion_and_is_said() {
        demo.clusterPasses().annotate("destroy-grace-period", "soon");
        delete();

        assertThat(demo.clusterPass().flatMap(Plan::failure).orElse("")).contains("invalid duration \"soon\"");
        assertThat(isThere(HostedControlPlane.class, NAMESPACE, "demo")).isTrue();
        assertThat(condition(demo.hostedCluster(), "ReconciliationSucceeded")).startsWith("False ReconciliationError");
    }

    @Test
    void a_step_that_fails_is_said_and_tried_again() {
        demo.clusterPasses();
        platform.deletion = world -> {
            throw new HcpException("the cloud does not answer");
        };
        delete();

        assertThat(demo.clusterPass().flatMap(Plan::failure))
                .contains("failed to delete hostedcluster: the cloud does not answer");
        assertThat(condition(demo.hostedCluster(), "ReconciliationSucceeded"))
                .isEqualTo("False ReconciliationError failed to delete hostedcluster: the cloud does not answer");
        platform.deletion = world -> List.of();
        assertWaits();
        assertThat(condition(demo.hostedCluster(), "ReconciliationSucceeded")).startsWith("True");
    }

    @Test
    void a_paused_cluster_can_be_deleted() {
        demo.clusterPasses().patchSpec("pausedUntil", "true").clusterPass();
        delete();
        demo.clusterPasses();

        assertThat(isThere(HostedCluster.class, "clusters", "demo")).isFalse();
    }
}
