package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatefulSetTest {
    private final Cluster cluster = new Cluster(Simulator.builder());

    @AfterEach
    void stop() {
        cluster.close();
    }

    private void deploy(String policy) {
        cluster.create("""
                {"apiVersion": "apps/v1", "kind": "StatefulSet",
                 "metadata": {"name": "etcd", "namespace": "default"},
                 "spec": {"replicas": 3, "podManagementPolicy": "%s", "serviceName": "etcd-discovery",
                   "selector": {"matchLabels": {"app": "etcd"}},
                   "template": {"metadata": {"labels": {"app": "etcd"}},
                     "spec": {"containers": [{"name": "etcd", "image": "example.com/etcd:1"}]}},
                   "volumeClaimTemplates": [{"metadata": {"name": "data"},
                     "spec": {"accessModes": ["ReadWriteOnce"],
                       "resources": {"requests": {"storage": "8Gi"}}}}]}}
                """.formatted(policy));
    }

    private JsonObject statefulSet() {
        return cluster.get("StatefulSet", "default", "etcd");
    }

    @Test
    void its_pods_have_numbers_and_bound_volumes() {
        deploy("Parallel");
        cluster.settle();
        assertThat(cluster.list("Pod", "default")).extracting(Meta::name).containsExactly("etcd-0", "etcd-1", "etcd-2");
        for (int i = 0; i < 3; i++) {
            JsonObject claim = cluster.get("PersistentVolumeClaim", "default", "data-etcd-" + i);
            assertThat(claim.text("status", "phase")).isEqualTo("Bound");
            JsonObject volume = cluster.get("PersistentVolume", "", String.valueOf(claim.text("spec", "volumeName")));
            assertThat(volume.text("status", "phase")).isEqualTo("Bound");
            assertThat(volume.text("spec", "capacity", "storage")).isEqualTo("8Gi");
        }
        JsonObject status = statefulSet().object("status");
        assertThat(status.integer(0, "readyReplicas")).isEqualTo(3);
        assertThat(status.integer(0, "updatedReplicas")).isEqualTo(3);
        assertThat(status.get("currentRevision")).isEqualTo(status.get("updateRevision"));
    }

    @Test
    void in_parallel_all_pods_come_at_once_and_else_one_after_the_other() {
        deploy("Parallel");
        cluster.simulator.advance(Duration.ofSeconds(1));
        assertThat(cluster.list("Pod", "default")).hasSize(3);
        cluster.delete("StatefulSet", "default", "etcd");
        cluster.settle();
        assertThat(cluster.list("Pod", "default")).isEmpty();

        deploy("OrderedReady");
        cluster.simulator.advance(Duration.ofSeconds(1));
        assertThat(cluster.list("Pod", "default")).hasSize(1);
        cluster.settle();
        assertThat(cluster.list("Pod", "default")).hasSize(3);
    }

    @Test
    void a_new_template_rolls_from_the_highest_number_one_pod_at_a_time() {
        deploy("Parallel");
        cluster.settle();
        cluster.patch(
                "StatefulSet",
                "default",
                "etcd",
                "{\"spec\": {\"template\": {\"metadata\": {\"annotations\": {\"restart\": \"now\"}}}}}");
        long[] least = {3};
        boolean rolled = cluster.simulator.runUntil(
                () -> {
                    least[0] = Math.min(
                            least[0],
                            cluster.list("Pod", "default").stream()
                                    .filter(PodTemplates::ready)
                                    .count());
                    JsonObject status = statefulSet().object("status");
                    return status.integer(0, "observedGeneration") == 2
                            && status.integer(0, "updatedReplicas") == 3
                            && status.integer(0, "readyReplicas") == 3;
                },
                Duration.ofMinutes(15));
        assertThat(rolled).isTrue();
        assertThat(least[0]).isEqualTo(2);
    }

    @Test
    void a_volume_goes_with_its_claim() {
        deploy("Parallel");
        cluster.settle();
        assertThat(cluster.list("PersistentVolume", "")).hasSize(3);
        cluster.delete("StatefulSet", "default", "etcd");
        cluster.delete("PersistentVolumeClaim", "default", "data-etcd-2");
        cluster.settle();
        assertThat(cluster.list("PersistentVolume", "")).hasSize(2);
    }
}
