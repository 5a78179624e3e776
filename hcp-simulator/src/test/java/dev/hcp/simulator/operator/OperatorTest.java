package dev.hcp.simulator.operator;

import static dev.hcp.simulator.operator.OperatorScene.completed;
import static dev.hcp.simulator.operator.OperatorScene.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.operator.HcpOperator;
import dev.hcp.reconcilers.operator.Shard;
import dev.hcp.simulator.TestClusters;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The operator runtime over HTTPS, with no more rights than its reconcilers declare. */
class OperatorTest {
    private final OperatorScene scene = new OperatorScene();

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void a_cluster_is_brought_up_with_its_nodes_and_removed_without_a_trace() {
        List<KubernetesClient> hosted = new CopyOnWriteArrayList<>();
        try (KubernetesClient client = scene.client();
                HcpOperator operator = scene.operator(client)
                        .hostedClients(config -> {
                            KubernetesClient inside = new KubernetesClientBuilder()
                                    .withConfig(config)
                                    .build();
                            hosted.add(inside);
                            return inside;
                        })
                        .start()) {
            scene.createCluster();

            scene.await("HostedCluster", cluster -> completed(cluster, "4.17.0"));
            scene.await("NodePool", pool -> pool.integer(0, "status", "replicas") == 2);
            assertThat(operator.health().following()).isTrue();

            scene.delete("HostedCluster");
            until(() -> scene.find("HostedCluster", "clusters").isEmpty());
            assertThat(hosted).isNotEmpty();
            until(() ->
                    hosted.stream().allMatch(inside -> inside.getHttpClient().isClosed()));
        }
    }

    @Test
    void one_that_dies_in_the_middle_of_an_upgrade_is_replaced_by_another_that_ends_it_right() {
        try (KubernetesClient client = scene.client()) {
            HcpOperator first = scene.operator(client).start();
            scene.createCluster();
            scene.await("HostedCluster", cluster -> completed(cluster, "4.17.0"));
            scene.await("NodePool", pool -> pool.integer(0, "status", "replicas") == 2);

            scene.patch("HostedCluster", "spec", "release", "image", TestClusters.image("4.17.3"));
            scene.patch("NodePool", "spec", "release", "image", TestClusters.image("4.17.3"));
            scene.await("HostedControlPlane", "clusters-demo", plane -> TestClusters.image("4.17.3")
                    .equals(plane.text("spec", "releaseImage")));
            first.close();
            assertThat(scene.find("HostedCluster", "clusters").filter(cluster -> completed(cluster, "4.17.3")))
                    .as("it died before the upgrade was over")
                    .isEmpty();

            try (HcpOperator second = scene.operator(client).start()) {
                scene.await("HostedCluster", cluster -> completed(cluster, "4.17.3"));
                scene.await("NodePool", pool -> "4.17.3".equals(pool.text("status", "version")));
                assertThat(second.health().started()).isTrue();
            }
        }
    }

    @Test
    void of_two_with_a_lease_one_works_and_the_other_takes_over_when_it_ends() {
        try (KubernetesClient client = scene.client();
                KubernetesClient otherClient = scene.client()) {
            HcpOperator first = elected(client, "first").start();
            scene.await("Lease", OperatorScene.LEASES, lease -> "first".equals(lease.text("spec", "holderIdentity")));
            try (HcpOperator second = elected(otherClient, "second").start()) {
                scene.createCluster();
                scene.await("HostedCluster", cluster -> !cluster.array("metadata", "finalizers")
                        .isEmpty());

                first.close();

                scene.await(
                        "Lease", OperatorScene.LEASES, lease -> "second".equals(lease.text("spec", "holderIdentity")));
                scene.await("HostedCluster", cluster -> completed(cluster, "4.17.0"));
                assertThat(second.health().started()).isTrue();
            }
        }
    }

    private HcpOperator.Builder elected(KubernetesClient client, String identity) {
        return scene.operator(client)
                .leaderElection(
                        OperatorScene.LEASES,
                        "hcp-operator",
                        identity,
                        Duration.ofSeconds(2),
                        Duration.ofMillis(1500),
                        Duration.ofMillis(200));
    }

    @Test
    void each_looks_after_the_clusters_of_its_shard_alone() {
        try (KubernetesClient client = scene.client();
                HcpOperator operator = scene.operator(client)
                        .shard(Shard.ALL.labelled("shard", "b"))
                        .start()) {
            scene.createCluster();
            JsonObject labelled = OperatorScene.hostedCluster()
                    .withAt("other", "metadata", "name")
                    .withAt("b", "metadata", "labels", "shard");
            scene.create(labelled);

            scene.await("HostedControlPlane", "clusters-other", "other", found -> true);

            assertThat(scene.find("HostedCluster", "clusters").orElseThrow().array("metadata", "finalizers"))
                    .isEmpty();
            assertThat(operator.health().started()).isTrue();
        }
    }
}
