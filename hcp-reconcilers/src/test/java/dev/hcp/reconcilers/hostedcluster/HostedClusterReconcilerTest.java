package dev.hcp.reconcilers.hostedcluster;

import static dev.hcp.reconcilers.HostedClusterFixture.NAMESPACE;
import static dev.hcp.reconcilers.HostedClusterFixture.condition;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.HostedClusterFixture;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.PlainStore;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.WorldFixture;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import org.junit.jupiter.api.Test;

class HostedClusterReconcilerTest {
    private static final String KIND = PlainStore.kindOf(HostedCluster.class);
    private static final ObjectKey KEY = new ObjectKey("clusters", "demo");

    private final HostedClusterFixture demo = new HostedClusterFixture();

    private void patch(Object... specification) {
        demo.world.store.patch(KIND, KEY, JsonObject.of("spec", JsonObject.of(specification)));
    }

    @Test
    void a_new_cluster_becomes_available_and_comes_to_rest() {
        demo.create().settle();

        assertThat(condition(demo.hostedCluster(), "Available"))
                .isEqualTo("True AsExpected The hosted control plane is available");
        assertThat(condition(demo.hostedCluster(), "IgnitionEndpointAvailable"))
                .isEqualTo("True AsExpected Ignition server deployment is available");
        assertThat(demo.hostedCluster().text("status", "kubeconfig", "name")).isEqualTo("demo-admin-kubeconfig");
        assertThat(demo.clusterPass().map(Plan::isEmpty)).contains(true);
        assertThat(demo.controlPlanePass().map(Plan::isEmpty)).contains(true);
    }

    @Test
    void a_quiet_pass_is_empty_for_reconcilers_that_remember_nothing() {
        demo.create().settle();
        HostedClusterFixture fresh = new HostedClusterFixture();

        assertThat(demo.world.pass(fresh.clusters, "clusters", "demo").map(Plan::isEmpty))
                .contains(true);
        assertThat(demo.world.pass(fresh.controlPlanes, NAMESPACE, "demo").map(Plan::isEmpty))
                .contains(true);
    }

    @Test
    void a_missing_pull_secret_is_said_and_mended() {
        demo.world.store.create(HostedClusterFixture.cluster());

        assertThat(demo.clusterPass().flatMap(Plan::failure))
                .contains("failed to get pull secret: secrets \"pull\" not found");
        assertThat(condition(demo.hostedCluster(), "ReconciliationSucceeded"))
                .isEqualTo("False ReconciliationError failed to get pull secret: secrets \"pull\" not found");

        demo.secret("pull", ".dockerconfigjson");
        demo.settle();
        assertThat(condition(demo.hostedCluster(), "ReconciliationSucceeded"))
                .isEqualTo("True ReconciliatonSucceeded Reconciliation completed successfully");
    }

    @Test
    void an_unsupported_release_blocks_before_anything_is_made() {
        demo.create();
        patch("release", JsonObject.of("image", "release:4.18.0"));

        demo.clusterPass();
        demo.clusterPass();

        assertThat(condition(demo.hostedCluster(), "Progressing"))
                .isEqualTo("False Blocked ValidReleaseImage condition is false:"
                        + " the latest version supported is: \"4.17.0\". Attempting to use: \"4.18.0\"");
        assertThat(demo.world.tree(HostedControlPlane.class, NAMESPACE, "demo")).isEmpty();
    }

    @Test
    void networks_that_overlap_make_the_configuration_invalid() {
        demo.create();
        patch(
                "networking",
                demo.hostedCluster()
                        .object("spec", "networking")
                        .with("serviceNetwork", java.util.List.of(JsonObject.of("cidr", "10.133.0.0/16"))));

        demo.clusterPass();

        assertThat(condition(demo.hostedCluster(), "ValidConfiguration"))
                .startsWith("False InvalidConfiguration")
                .contains("overlap: 10.133.0.0/16 and 10.132.0.0/14");
    }

    @Test
    void identifiers_are_given_once() {
        demo.create().settle();

        assertThat(demo.hostedCluster().text("spec", "infraID")).isEqualTo("demo-bcdfg");
        assertThat(demo.controlPlane().text("spec", "clusterID"))
                .isEqualTo(demo.hostedCluster().text("spec", "clusterID"));
    }

    @Test
    void a_pause_reaches_the_control_plane_and_holds_back_the_rest() {
        demo.create().settle();
        patch("pausedUntil", "true", "channel", "stable-4.17");

        demo.clusterPass();

        assertThat(condition(demo.hostedCluster(), "ReconciliationActive"))
                .isEqualTo("False ReconciliationPaused Reconciliation paused until field removed");
        assertThat(demo.controlPlane().text("spec", "pausedUntil")).isEqualTo("true");
        assertThat(demo.controlPlane().text("spec", "channel")).isNull();
    }

    @Test
    void a_pause_until_a_time_ends_by_itself() {
        demo.create().settle();
        patch("pausedUntil", WorldFixture.NOW.plusSeconds(90).toString());

        assertThat(demo.clusterPass().flatMap(Plan::requeueAfter)).contains(java.time.Duration.ofSeconds(90));
    }

    @Test
    void an_annotation_reaches_the_control_plane_and_leaves_it_again() {
        demo.create().settle();
        String restart = "hypershift.openshift.io/restart-date";
        demo.world.store.patch(
                KIND, KEY, JsonObject.of("metadata", JsonObject.of("annotations", JsonObject.of(restart, "today"))));
        demo.clusterPass();
        assertThat(demo.controlPlane().text("metadata", "annotations", restart)).isEqualTo("today");

        demo.world.store.patch(
                KIND, KEY, JsonObject.of("metadata", JsonObject.of("annotations", JsonObject.of(restart, null))));
        demo.clusterPass();
        assertThat(demo.controlPlane().text("metadata", "annotations", restart)).isNull();
    }

    @Test
    void deletion_takes_the_control_plane_then_its_namespace_then_lets_go() {
        demo.create().settle();
        demo.world.store.delete(KIND, KEY, WorldFixture.NOW);

        demo.clusterPass();
        assertThat(demo.world.tree(Namespace.class, "", NAMESPACE)).isPresent();
        demo.controlPlanePass();
        demo.clusterPass();
        demo.clusterPass();

        assertThat(demo.world.tree(HostedControlPlane.class, NAMESPACE, "demo")).isEmpty();
        assertThat(demo.world.tree(Namespace.class, "", NAMESPACE)).isEmpty();
        assertThat(demo.world.tree(HostedCluster.class, "clusters", "demo")).isEmpty();
        assertThat(demo.world.tree(Secret.class, "clusters", "pull")).isPresent();
    }
}
