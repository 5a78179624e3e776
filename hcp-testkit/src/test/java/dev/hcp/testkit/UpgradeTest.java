package dev.hcp.testkit;

import static dev.hcp.testkit.Clusters.LONG;
import static dev.hcp.testkit.Clusters.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.client.ConflictException;
import dev.hcp.client.HcpClient;
import dev.hcp.client.HostedClusterResource;
import dev.hcp.client.InvalidOptionsException;
import dev.hcp.client.UpgradePlan;
import dev.hcp.client.WaitTimeoutException;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.faults.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Updates of control plane and node pools: the rules that are checked first, the plan, and what then happens. */
@HcpTest
class UpgradeTest {
    @Test
    void control_plane_and_pools_are_updated_in_this_order(HcpClient hcp) {
        HostedClusterResource demo = Clusters.complete(hcp, 2);

        UpgradePlan plan = demo.upgradeTo(release("4.17.1")).run(LONG);

        assertThat(plan.explain())
                .startsWith("update to 4.17.1 (" + release("4.17.1") + ")")
                .contains("1. hosted cluster demo: from 4.16.5 to 4.17.1: the control plane's components roll")
                .contains(
                        "2. node pool demo: from 4.16.5 to 4.17.1: 2 nodes are replaced, with at most 1 more and 0 fewer"
                                + " at a time; each is drained first, however long it takes");
        assertThat(demo.get().getStatus().getVersion().getHistory().get(0).getVersion())
                .isEqualTo("4.17.1");
        assertThat(demo.nodePool("demo").get().getStatus().getVersion()).isEqualTo("4.17.1");
        assertThat(demo.upgradeTo(release("4.17.1")).plan().explain()).contains("nothing to do");
    }

    @Test
    void a_channel_offers_updates_to_choose_by_version(HcpClient hcp) {
        HostedClusterResource demo = Clusters.complete(hcp, 1);
        assertThat(demo.availableUpdates()).isEmpty();
        assertThat(demo.upgradeTo("4.16.8").plan().problems())
                .singleElement()
                .asString()
                .startsWith("version 4.16.8 is not among the available and conditional updates");

        demo.channel("stable-4.16");
        demo.await("learn of updates", now -> !demo.availableUpdates().isEmpty(), LONG);

        assertThat(demo.availableUpdates())
                .extracting(update -> update.getVersion())
                .contains("4.16.8");
        assertThat(demo.conditionalUpdates())
                .extracting(update -> update.getRelease().getVersion())
                .contains("4.16.7");
        assertThat(demo.upgradeTo("4.16.7").plan().warnings())
                .singleElement()
                .asString()
                .startsWith("known risk SRIOVFailedToConfigureVF: ");
        UpgradePlan plan = demo.upgradeTo("4.16.8").controlPlaneOnly().run(LONG);
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.warnings()).isEmpty();
        assertThat(plan.nodePools()).isEmpty();
        assertThat(demo.nodePool("demo").get().getStatus().getVersion()).isEqualTo("4.16.5");
        demo.upgradeTo("4.16.8").nodePoolsOnly().start();
        demo.nodePool("demo").awaitVersion("4.16.8", LONG);
    }

    @Test
    void nothing_is_changed_while_a_rule_speaks_against_it(HcpClient hcp) {
        HostedClusterResource demo = Clusters.complete(hcp, 1);

        assertThatThrownBy(() ->
                        demo.upgradeTo(release("4.17.1")).nodePoolsOnly("demo").start())
                .isInstanceOf(InvalidOptionsException.class)
                .hasMessageContaining(
                        "node pool demo must not be newer than the control plane, which runs 4.16.5; update that first");
        assertThatThrownBy(() -> demo.upgradeTo(release("4.15.9")).run(LONG))
                .isInstanceOf(InvalidOptionsException.class)
                .hasMessageContaining("going back to the minor version of 4.15.9 is not supported");
        assertThatThrownBy(() ->
                        demo.upgradeTo(release("4.18.0")).controlPlaneOnly().start())
                .isInstanceOf(InvalidOptionsException.class)
                .hasMessageContaining("supports 4.17, 4.16, 4.15, 4.14, not 4.18")
                .hasMessageContaining("minor versions cannot be left out: update to 4.17 first");
        assertThat(demo.upgradeTo("registry.example.com/ocp@sha256:0123").plan().problems())
                .singleElement()
                .asString()
                .startsWith("nothing tells the version of");
        assertThat(demo.upgradeTo(release("4.16.6"))
                        .nodePoolsOnly("other")
                        .plan()
                        .problems())
                .containsExactly("there is no node pool other of this cluster");
        assertThat(demo.upgradeTo(release("4.16.2")).controlPlaneOnly().plan().warnings())
                .contains("this goes back from 4.16.5 to 4.16.2");

        assertThat(demo.get().getSpec().getRelease().getImage()).isEqualTo(release("4.16.5"));
        assertThat(demo.nodePool("demo").get().getSpec().getRelease().getImage())
                .isEqualTo(release("4.16.5"));
    }

    @Test
    void an_update_that_stops_half_way_tells_what_was_begun_and_what_was_not(HcpClient hcp, Simulator simulator) {
        HostedClusterResource demo = Clusters.complete(hcp, 1);

        assertThatThrownBy(() -> demo.upgradeTo(release("4.16.6")).run(Duration.ofSeconds(1)))
                .isInstanceOf(WaitTimeoutException.class)
                .hasMessageContaining("did not complete the update to 4.16.6 within PT1S. Last seen:")
                .hasMessageEndingWith("The update goes on. Not begun: node pool demo.");
        demo.await(
                "complete",
                now -> demo.status().newest().orElseThrow().version().equals("4.16.6"),
                LONG);
        demo.awaitCompleted(LONG);
        simulator.inject(new Fault.WritesConflict("clusters", "NodePool"));
        assertThatThrownBy(() -> demo.upgradeTo(release("4.16.7")).run(LONG))
                .isInstanceOfSatisfying(ConflictException.class, e -> assertThat(e.applied())
                        .containsExactly("update of hosted cluster clusters/demo"));
    }

    @Test
    void a_cluster_that_is_not_upgradeable_is_updated_by_force_only(HcpClient hcp, Simulator simulator) {
        HostedClusterResource demo = Clusters.complete(hcp, 1);
        simulator.inject(new Fault.NotUpgradeable("clusters-demo", "AdminAckRequired", "agree first"));
        demo.await("say no", now -> !demo.hasCondition("ClusterVersionUpgradeable"), LONG);

        assertThat(demo.upgradeTo(release("4.16.9")).plan().problems())
                .as("a patch release")
                .isEmpty();
        assertThatThrownBy(() -> demo.upgradeTo(release("4.17.1")).run(LONG))
                .isInstanceOf(InvalidOptionsException.class)
                .hasMessageContaining("AdminAckRequired")
                .hasMessageContaining("or force the update");
        demo.upgradeTo(release("4.17.1")).controlPlaneOnly().force().run(LONG);

        assertThat(demo.get().getMetadata().getAnnotations())
                .containsEntry("hypershift.openshift.io/force-upgrade-to", release("4.17.1"));
    }

    @Test
    void what_is_paused_is_not_updated(HcpClient hcp) {
        HostedClusterResource demo = Clusters.complete(hcp, 1);
        demo.pause();
        demo.await("pause", now -> !demo.hasCondition("ReconciliationActive"), LONG);

        assertThat(demo.upgradeTo(release("4.16.6")).plan().problems())
                .anyMatch(problem -> problem.startsWith("the cluster is paused, so nothing would happen ("));
    }

    @Test
    void nodes_must_not_fall_too_far_behind(HcpClient hcp) {
        HostedClusterResource demo = hcp.kubeVirtCluster("clusters", "old")
                .releaseImage(release("4.14.1"))
                .pullSecret("{\"auths\":{\"quay.io\":{\"auth\":\"dGVzdDp0ZXN0\"}}}")
                .nodePoolReplicas(1)
                .apply();
        demo.awaitCompleted(LONG);
        for (String version : new String[] {"4.15.1", "4.16.1", "4.17.1"}) {
            demo.upgradeTo(release(version)).controlPlaneOnly().run(LONG);
        }

        assertThat(demo.upgradeTo(release("4.18.0")).controlPlaneOnly().plan().problems())
                .contains("node pool old runs 4.14.1, more than 3 minor versions behind 4.18.0; update it first");
    }
}
