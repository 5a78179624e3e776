package dev.hcp.reconcilers.hostedcluster;

import static dev.hcp.reconcilers.HostedClusterFixture.NAMESPACE;
import static dev.hcp.reconcilers.HostedClusterFixture.condition;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.ClusterDefaults;
import dev.hcp.reconcilers.Conditions;
import dev.hcp.reconcilers.HostedClusterFixture;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.PlainStore;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.WorldFixture;
import io.fabric8.kubernetes.api.model.Secret;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which part of what a pass finds out is stored, when, and with which time and generation. */
class StatusStorageTest {
    private static final String KIND = PlainStore.kindOf(HostedCluster.class);
    private static final ObjectKey KEY = new ObjectKey("clusters", "demo");

    private final ScriptedPlatform platform = new ScriptedPlatform();
    private final HostedClusterFixture demo = new HostedClusterFixture(platform).create();

    private JsonObject status() {
        return demo.hostedCluster().object("status");
    }

    private JsonObject shown(String type) {
        return Conditions.of(demo.hostedCluster(), WorldFixture.NOW).get(type).orElse(JsonObject.EMPTY);
    }

    private void generation(long generation) {
        demo.world.store.patch(KIND, KEY, JsonObject.of("metadata", JsonObject.of("generation", generation)));
    }

    private static JsonObject service(String strategy) {
        return JsonObject.of("service", "Ignition", "servicePublishingStrategy", JsonObject.of("type", strategy));
    }

    @Test
    void without_a_way_to_ignition_a_pass_ends_early_and_stores_only_that_it_went_through() {
        demo.patchSpec("services", JsonArray.EMPTY);
        demo.clusterPass();

        assertThat(condition(demo.hostedCluster(), "ReconciliationSucceeded")).startsWith("True");
        assertThat(condition(demo.hostedCluster(), "ValidConfiguration")).startsWith("True");
        assertThat(shown("IgnitionEndpointAvailable")).isEmpty();
        assertThat(shown("ReconciliationActive")).isEmpty();
        assertThat(shown("ValidReleaseImage")).isEmpty();
        assertThat(shown("Progressing")).isEmpty();
        assertThat(demo.hostedCluster().array("metadata", "finalizers")).isEmpty();
        assertThat(demo.world.tree(HostedControlPlane.class, NAMESPACE, "demo")).isEmpty();

        demo.patchSpec("clusterID", "abc");
        assertThat(demo.clusterPass().map(Plan::isEmpty)).contains(true);
        assertThat(condition(demo.hostedCluster(), "ValidConfiguration")).startsWith("True");

        generation(2);
        demo.clusterPass();
        assertThat(condition(demo.hostedCluster(), "ValidConfiguration")).startsWith("False");
    }

    @Test
    void a_node_port_without_node_port_and_ways_there_are_not_count_as_none() {
        for (String strategy : new String[] {"NodePort", "LoadBalancer", "None"}) {
            demo.patchSpec("services", JsonArray.of(service(strategy)));
            demo.clusterPass();
            assertThat(shown("Progressing")).as(strategy).isEmpty();
        }
        demo.patchSpec("services", JsonArray.of(service("Route")));
        demo.clusterPass();
        assertThat(shown("Progressing")).isNotEmpty();
    }

    @Test
    void a_status_is_never_without_the_endpoint_of_the_api_server() {
        demo.annotate("destroy-grace-period", "soon");
        demo.clusterPass();

        assertThat(status().object("controlPlaneEndpoint")).isEqualTo(JsonObject.of("host", "", "port", 0));
        assertThat(status().array("conditions")).hasSize(1);
    }

    @Test
    void defaults_of_the_platform_are_a_pass_of_their_own() {
        platform.defaults =
                new ClusterDefaults(java.util.List.of(), JsonObject.of("spec", JsonObject.of("channel", "stable")));
        demo.clusterPass();

        assertThat(demo.hostedCluster().text("spec", "channel")).isEqualTo("stable");
        assertThat(status().array("conditions")).hasSize(1);
        assertThat(condition(demo.hostedCluster(), "ReconciliationSucceeded")).startsWith("True");
    }

    @Test
    void one_pass_gives_identifiers_and_goes_on_with_them() {
        platform.completion = JsonObject.of("metadata", JsonObject.of("labels", JsonObject.of("tagged", "yes")));
        demo.clusterPass();

        assertThat(demo.controlPlane().text("spec", "infraID")).isEqualTo("demo-bcdfg");
        assertThat(demo.hostedCluster().text("metadata", "labels", "tagged")).isEqualTo("yes");
    }

    @Test
    void a_cluster_shows_itself_available_a_pass_after_it_is_marked_so() {
        demo.clusterPasses().controlPlaneSays("Available", "True", "AsExpected", "");

        demo.clusterPass();
        assertThat(demo.hostedCluster().text("metadata", "annotations", "hypershift.openshift.io/HasBeenAvailable"))
                .isEqualTo("true");
        assertThat(condition(demo.hostedCluster(), "Available")).startsWith("False");

        demo.clusterPass();
        assertThat(condition(demo.hostedCluster(), "Available")).startsWith("True");
    }

    @Test
    void a_mark_of_availability_stays_when_the_cluster_is_not_available_any_more() {
        demo.clusterPasses().controlPlaneSays("Available", "True", "AsExpected", "");
        demo.clusterPasses().controlPlaneSays("Available", "False", "Gone", "etcd");
        demo.clusterPasses();

        assertThat(condition(demo.hostedCluster(), "Available")).isEqualTo("False WaitingForAvailable etcd");
        assertThat(demo.hostedCluster().text("metadata", "annotations", "hypershift.openshift.io/HasBeenAvailable"))
                .isEqualTo("true");
    }

    @Test
    void the_conclusion_takes_the_time_when_only_its_wording_changes() {
        demo.clusterPasses();
        demo.world.advance(Duration.ofMinutes(1));
        demo.annotate("destroy-grace-period", "soon").clusterPass();
        String first = shown("ReconciliationSucceeded").text("lastTransitionTime");
        demo.world.advance(Duration.ofMinutes(1));
        demo.clusterPass();
        assertThat(shown("ReconciliationSucceeded").text("lastTransitionTime")).isEqualTo(first);

        demo.annotate("destroy-grace-period", "later").clusterPass();
        assertThat(shown("ReconciliationSucceeded").text("lastTransitionTime"))
                .isEqualTo("2026-03-01T12:02:00Z")
                .isNotEqualTo(first);
    }

    @Test
    void other_conditions_keep_their_time_until_their_status_changes() {
        demo.clusterPasses();
        demo.world.advance(Duration.ofMinutes(1));
        demo.controlPlaneSays("Available", "False", "Waiting", "another word").clusterPass();

        assertThat(shown("Available").text("message")).isEqualTo("another word");
        assertThat(shown("Available").text("lastTransitionTime")).isEqualTo("2026-03-01T12:00:00Z");
    }

    @Test
    void a_condition_taken_over_has_the_control_planes_time() {
        demo.clusterPasses().controlPlaneSays("EtcdAvailable", "True", "QuorumAvailable", "");
        demo.clusterPass();

        assertThat(shown("EtcdAvailable").text("lastTransitionTime")).isEqualTo("2026-02-02T00:00:00Z");
    }

    @Test
    void conditions_carry_the_generation_they_were_worked_out_for() {
        generation(3);
        demo.clusterPasses().controlPlaneSays("EtcdAvailable", "True", "QuorumAvailable", "");
        demo.clusterPass();

        for (Object item : status().array("conditions")) {
            assertThat(((JsonObject) item).integer(0, "observedGeneration")).isEqualTo(3);
        }
        assertThat(status().array("conditions")).hasSizeGreaterThan(20);
    }

    @Test
    void a_release_found_valid_is_looked_at_again_for_another_generation_only() {
        generation(1);
        demo.clusterPasses().patchSpec("release", JsonObject.of("image", "release:4.18.0"));
        demo.clusterPass();
        assertThat(condition(demo.hostedCluster(), "ValidReleaseImage")).startsWith("True");

        generation(2);
        demo.clusterPass();
        assertThat(condition(demo.hostedCluster(), "ValidReleaseImage")).startsWith("False InvalidImage");
    }

    @Test
    void a_failed_look_up_leaves_the_progress_as_it_was() {
        demo.clusterPasses();
        generation(2);
        demo.patchSpec("release", JsonObject.of("image", "unreadable:4.17.0"));

        assertThat(demo.clusterPass().flatMap(Plan::failure))
                .contains("failed to lookup release image: no release unreadable:4.17.0");
        assertThat(condition(demo.hostedCluster(), "Progressing")).startsWith("False AsExpected");
        assertThat(status().text("payloadArch")).isEqualTo("AMD64");
    }

    @Test
    void names_of_access_secrets_appear_with_the_secrets() {
        demo.clusterPasses();
        assertThat(status().object("kubeconfig")).isEmpty();
        demo.secret("demo-admin-kubeconfig", "kubeconfig");
        demo.patchControlPlaneStatus("kubeadminPassword", JsonObject.of("name", "kubeadmin-password"));
        demo.secret("demo-kubeadmin-password", "password");
        demo.world.store.create(demo.world
                .existing(Secret.class, "clusters", "demo-kubeadmin-password")
                .withAt(NAMESPACE, "metadata", "namespace")
                .withAt("kubeadmin-password", "metadata", "name"));
        demo.clusterPasses();

        assertThat(status().text("kubeconfig", "name")).isEqualTo("demo-admin-kubeconfig");
        assertThat(status().text("kubeadminPassword", "name")).isEqualTo("demo-kubeadmin-password");

        demo.patchSpec("configuration", JsonObject.of("oauth", JsonObject.of("templates", JsonObject.EMPTY)));
        demo.clusterPasses();
        assertThat(status().object("kubeadminPassword")).isEmpty();
    }

    @Test
    void where_the_control_plane_is_reached_is_what_it_says() {
        demo.clusterPasses()
                .patchControlPlaneStatus(
                        "controlPlaneEndpoint",
                        JsonObject.of("host", "api.example.com", "port", 6443),
                        "oauthCallbackURLTemplate",
                        "https://oauth/[identity-provider-name]",
                        "platform",
                        JsonObject.of("aws", JsonObject.of("defaultWorkerSecurityGroupID", "sg-1")));
        demo.clusterPass();

        assertThat(status().object("controlPlaneEndpoint"))
                .isEqualTo(JsonObject.of("host", "api.example.com", "port", 6443));
        assertThat(status().text("oauthCallbackURLTemplate")).isEqualTo("https://oauth/[identity-provider-name]");
        assertThat(status().text("platform", "aws", "defaultWorkerSecurityGroupID"))
                .isEqualTo("sg-1");
    }

    @Test
    void an_operator_with_a_scope_leaves_other_clusters_alone() {
        demo.world.operatorEnvironment(
                Map.of("ENABLE_HOSTEDCLUSTERS_ANNOTATION_SCOPING", "true", "HOSTEDCLUSTERS_SCOPE_ANNOTATION", "ours"));

        assertThat(demo.clusterPass()).contains(Plan.NOTHING);
        assertThat(demo.annotate("scope", "theirs").clusterPass()).contains(Plan.NOTHING);
        assertThat(demo.annotate("scope", "ours").clusterPass().map(Plan::isEmpty))
                .contains(false);
    }

    @Test
    void an_operator_without_a_scope_leaves_clusters_with_one_alone() {
        demo.world.operatorEnvironment(Map.of("ENABLE_HOSTEDCLUSTERS_ANNOTATION_SCOPING", "true"));

        assertThat(demo.annotate("scope", "theirs").clusterPass()).contains(Plan.NOTHING);
    }

    @Test
    void a_scope_counts_only_when_scoping_is_enabled() {
        assertThat(demo.annotate("scope", "theirs").clusterPass().map(Plan::isEmpty))
                .contains(false);
    }

    @Test
    void an_unknown_platform_is_said() {
        demo.patchSpec("platform", JsonObject.of("type", "Mainframe"));
        demo.clusterPass();

        assertThat(condition(demo.hostedCluster(), "SupportedHostedCluster"))
                .startsWith("False UnsupportedHostedCluster")
                .contains("Mainframe");
        assertThat(demo.world.tree(HostedControlPlane.class, NAMESPACE, "demo")).isEmpty();
    }
}
