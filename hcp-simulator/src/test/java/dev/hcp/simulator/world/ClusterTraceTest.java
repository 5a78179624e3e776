package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.world.ClusterLife.Platform;
import dev.hcp.simulator.world.ClusterLife.Stage;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The order in which a hosted cluster comes up, changes its release, pauses and goes, from condition to condition. */
class ClusterTraceTest {
    private static final String CLUSTER = "HostedCluster/demo";
    private static final Map<Platform, ClusterLife> LIVES = new EnumMap<>(Platform.class);

    @BeforeAll
    static void live() {
        for (Platform platform : Platform.values()) {
            LIVES.put(platform, ClusterLife.of(platform));
        }
    }

    @AfterAll
    static void stop() {
        LIVES.values().forEach(ClusterLife::close);
    }

    private static ClusterLife life(Platform platform) {
        return LIVES.get(platform);
    }

    private static void sawInOrder(ClusterLife life, Stage stage, String... steps) {
        life.trace.sawInOrder(life.mark(stage), steps);
    }

    /** The changes of a condition of the HostedCluster in one stage. */
    private static void conditionWent(ClusterLife life, Stage stage, String type, String... states) {
        Stage[] stages = Stage.values();
        int end = stage.ordinal() + 1 < stages.length ? life.mark(stages[stage.ordinal() + 1]) : Integer.MAX_VALUE;
        life.trace.sawConditionGo(life.mark(stage), end, CLUSTER, type, states);
    }

    @ParameterizedTest
    @EnumSource
    void a_cluster_comes_up_from_infrastructure_to_etcd_to_api_server_to_nodes_to_its_version(Platform platform) {
        ClusterLife life = life(platform);

        sawInOrder(
                life,
                Stage.INSTALL,
                "HostedCluster/demo created",
                "HostedCluster/demo version Partial",
                "HostedCluster/demo Degraded=Unknown StatusUnknown",
                "HostedCluster/demo InfrastructureReady=Unknown StatusUnknown",
                "HostedCluster/demo Available=False WaitingForAvailable",
                "HostedCluster/demo IgnitionEndpointAvailable=False NotFound",
                "HostedCluster/demo Progressing=False AsExpected",
                "HostedControlPlane/demo created",
                "HostedCluster/demo PlatformCredentialsFound=True AsExpected",
                "HostedControlPlane/demo Available=False WaitingOnInfrastructureReady",
                "HostedCluster/demo EtcdAvailable=False StatefulSetNotFound",
                "HostedCluster/demo InfrastructureReady=True AsExpected",
                "HostedCluster/demo EtcdAvailable=True QuorumAvailable",
                "HostedCluster/demo KubeAPIServerAvailable=False WaitingForAvailable",
                "HostedControlPlane/demo KubeAPIServerAvailable=True AsExpected",
                "HostedCluster/demo Available=True AsExpected",
                "HostedCluster/demo ClusterVersionAvailable=False FromClusterVersion",
                "HostedCluster/demo version Completed 4.17.0",
                "HostedCluster/demo ClusterVersionProgressing=False FromClusterVersion",
                "HostedCluster/demo ClusterVersionAvailable=True FromClusterVersion");
        conditionWent(
                life,
                Stage.INSTALL,
                "IgnitionEndpointAvailable",
                "False NotFound",
                "False WaitingForAvailable",
                "True AsExpected");
        // A cluster that installs is at its version; that it is not there yet shows in the history alone.
        conditionWent(life, Stage.INSTALL, "Progressing", "False AsExpected");
        conditionWent(life, Stage.INSTALL, "Available", "False WaitingForAvailable", "True AsExpected");
        JsonObject installed = life.clusters.get(Stage.INSTALL);
        assertThat(installed.text("metadata", "annotations", "hypershift.openshift.io/HasBeenAvailable"))
                .isEqualTo("true");
        assertThat(installed.array("status", "version", "history").object(0).text("completionTime"))
                .isNotNull();
    }

    @Test
    void a_pool_waits_for_ignition_makes_machines_and_is_ready_when_their_nodes_are() {
        sawInOrder(
                life(Platform.KUBEVIRT),
                Stage.INSTALL,
                "NodePool/demo created",
                "NodePool/demo IgnitionEndpointAvailable=False IgnitionEndpointMissing",
                "HostedCluster/demo Available=True AsExpected",
                "NodePool/demo ValidReleaseImage=True AsExpected",
                "NodePool/demo UpdatingConfig=True AsExpected",
                "NodePool/demo UpdatingVersion=True AsExpected",
                "NodePool/demo AllMachinesReady=False NotFound",
                "NodePool/demo ReachedIgnitionEndpoint=False ignitionNotReached",
                "NodePool/demo ValidGeneratedPayload=True AsExpected",
                "NodePool/demo ReachedIgnitionEndpoint=True AsExpected",
                "NodePool/demo AllNodesHealthy=True AsExpected",
                "NodePool/demo Ready=True AsExpected",
                "NodePool/demo UpdatingVersion=False AsExpected",
                "HostedCluster/demo version Completed 4.17.0");
    }

    @ParameterizedTest
    @EnumSource
    void a_change_of_release_progresses_until_the_version_operator_has_taken_it_up(Platform platform) {
        ClusterLife life = life(platform);

        sawInOrder(
                life,
                Stage.UPGRADE,
                "HostedCluster/demo Progressing=True Progressing",
                "HostedControlPlane/demo ClusterVersionProgressing=True FromClusterVersion",
                "HostedCluster/demo version Partial 4.17.1",
                "HostedCluster/demo ClusterVersionProgressing=True FromClusterVersion",
                "HostedCluster/demo Progressing=False AsExpected",
                "HostedCluster/demo version Completed 4.17.1",
                "HostedCluster/demo ClusterVersionProgressing=False FromClusterVersion");
        conditionWent(life, Stage.UPGRADE, "Progressing", "True Progressing", "False AsExpected");
        assertThat(life.clusters.get(Stage.UPGRADE).array("status", "version", "history").stream()
                        .map(entry -> ((JsonObject) entry).text("version") + " " + ((JsonObject) entry).text("state")))
                .containsExactly("4.17.1 Completed", "4.17.0 Completed");
    }

    @Test
    void pools_keep_their_release_when_the_cluster_changes_its_own() {
        assertThat(life(Platform.KUBEVIRT).pools.get(Stage.UPGRADE).text("status", "version"))
                .isEqualTo("4.17.0");
    }

    @ParameterizedTest
    @EnumSource
    void a_pause_holds_changes_back(Platform platform) {
        ClusterLife life = life(platform);

        sawInOrder(
                life,
                Stage.PAUSE,
                "HostedCluster/demo ReconciliationActive=False ReconciliationPaused",
                "HostedCluster/demo Progressing=False Blocked");
        JsonObject controlPlane = life.controlPlanes.get(Stage.PAUSE);
        assertThat(controlPlane.text("spec", "pausedUntil")).isEqualTo("true");
        assertThat(controlPlane.text("spec", "releaseImage")).isEqualTo(Trace.release("4.17.1"));
    }

    @ParameterizedTest
    @EnumSource
    void the_end_of_a_pause_lets_them_through(Platform platform) {
        ClusterLife life = life(platform);

        sawInOrder(
                life,
                Stage.RESUME,
                "HostedCluster/demo ReconciliationActive=True AsExpected",
                "HostedCluster/demo Progressing=True Progressing",
                "HostedCluster/demo version Partial 4.17.2",
                "HostedCluster/demo version Completed 4.17.2");
        assertThat(life.controlPlanes.get(Stage.RESUME).text("spec", "pausedUntil"))
                .isNull();
    }

    @ParameterizedTest
    @EnumSource
    void a_cluster_goes_with_its_namespace_last_and_waits_for_its_grace_period(Platform platform) {
        ClusterLife life = life(platform);
        String waits = "HostedCluster/demo HostedClusterDestroyed=True WaitingForGracePeriod";

        sawInOrder(
                life,
                Stage.DELETION,
                "HostedCluster/demo deletion requested",
                "HostedControlPlane/demo deletion requested",
                "HostedControlPlane/demo gone",
                "Namespace/clusters-demo deletion requested",
                "Namespace/clusters-demo gone",
                waits,
                "HostedCluster/demo gone");
        int since = life.mark(Stage.DELETION);
        assertThat(life.trace.timeOf(since, "HostedCluster/demo gone").minus(life.trace.timeOf(since, waits)))
                .as("two minutes from the second in which it began, and the wait for the next pass")
                .isBetween(Duration.ofSeconds(119), Duration.ofSeconds(126));
    }

    @Test
    void machines_go_before_the_control_plane() {
        ClusterLife life = life(Platform.KUBEVIRT);

        sawInOrder(
                life,
                Stage.DELETION,
                "HostedCluster/demo deletion requested",
                "NodePool/demo deletion requested",
                "Cluster/demo-fghij deletion requested",
                "HostedControlPlane/demo deletion requested",
                "Cluster/demo-fghij gone",
                "Namespace/clusters-demo deletion requested");
        assertThat(life.trace.steps(life.mark(Stage.DELETION)).stream()
                        .filter(step -> step.startsWith("Machine/") && step.endsWith(" gone")
                                || step.equals("HostedControlPlane/demo gone"))
                        .map(step -> step.substring(0, step.indexOf('/'))))
                .containsExactly("Machine", "Machine", "HostedControlPlane");
    }

    @Test
    void a_cluster_with_a_technology_preview_stays_at_its_minor_version_until_it_is_forced() {
        try (ClusterLife life = new ClusterLife(Platform.NONE)) {
            Trace demo = life.trace;
            life.install("4.16.5");
            demo.patch(
                    "{\"spec\": {\"configuration\": {\"featureGate\": {\"featureSet\": \"TechPreviewNoUpgrade\"}}}}");
            demo.cluster.settle();
            int before = demo.mark();
            life.request("4.17.0");
            demo.cluster.settle();
            demo.sawConditionGo(before, Integer.MAX_VALUE, CLUSTER, "Progressing", "False Blocked");
            JsonObject progressing =
                    Cluster.condition(demo.cluster.get("HostedCluster", "clusters", "demo"), "Progressing");
            assertThat(progressing.text("message"))
                    .isEqualTo("ClusterVersionUpgradeable condition is false: cluster version is not upgradeable");
            assertThat(demo.cluster
                            .get("HostedControlPlane", "clusters-demo", "demo")
                            .text("spec", "releaseImage"))
                    .isEqualTo(Trace.release("4.16.5"));

            int forced = demo.mark();
            demo.patch("{\"metadata\": {\"annotations\": {\"hypershift.openshift.io/force-upgrade-to\": \""
                    + Trace.release("4.17.0") + "\"}}}");
            life.completes("4.17.0");
            demo.sawInOrder(
                    forced,
                    "HostedCluster/demo Progressing=True Progressing",
                    "HostedCluster/demo version Partial 4.17.0",
                    "HostedCluster/demo version Completed 4.17.0");
        }
    }
}
