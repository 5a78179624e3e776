package dev.hcp.reconcilers.nodepool;

import static dev.hcp.reconcilers.nodepool.PoolFixture.CLUSTER;
import static dev.hcp.reconcilers.nodepool.PoolFixture.CLUSTERS;
import static dev.hcp.reconcilers.nodepool.PoolFixture.CONFIG_MAPS;
import static dev.hcp.reconcilers.nodepool.PoolFixture.CONTROL_PLANE;
import static dev.hcp.reconcilers.nodepool.PoolFixture.MACHINES;
import static dev.hcp.reconcilers.nodepool.PoolFixture.POOL;
import static dev.hcp.reconcilers.nodepool.PoolFixture.POOLS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.Intent;
import dev.hcp.reconcilers.ObjectKey;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolDeletionTest {
    private final PoolFixture pool = PoolFixture.withCluster();

    /** Everything a pool can have: tuning, mirrored configuration, a cached image, automatic repair. */
    private void withEverything() {
        pool.userConfig("tuned", "tuning", "apiVersion: tuned.openshift.io/v1\nkind: Tuned\nmetadata:\n  name: t\n");
        pool.userConfig(
                "profile",
                "tuning",
                "apiVersion: performance.openshift.io/v2\nkind: PerformanceProfile\nmetadata:\n  name: p\n");
        pool.userConfig(
                "runtime",
                "config",
                "apiVersion: machineconfiguration.openshift.io/v1\nkind: ContainerRuntimeConfig\nmetadata:\n"
                        + "  name: r\n");
        pool.patchPool(
                "{'metadata':{'uid':'p1'},'spec':{'config':[{'name':'runtime'}],'tuningConfig':[{'name':'tuned'},"
                        + "{'name':'profile'}],'management':{'autoRepair':true},"
                        + "'platform':{'kubevirt':{'rootVolume':{'cacheStrategy':{'type':'PVC'}}}}}}");
    }

    private Set<String> objects() {
        return new TreeSet<>(pool.store.everything().keySet());
    }

    private void delete() {
        pool.store.delete(POOLS, POOL, pool.now);
        pool.settle();
    }

    @Test
    void machines_are_taken_apart_from_above_and_everything_else_goes_after_them() {
        withEverything();
        pool.settle();
        pool.reachIgnition();
        pool.settle();
        pool.machine("m1", "[]");
        pool.store.delete(POOLS, POOL, pool.now);
        assertThat(deletions())
                .containsExactly(
                        "KubevirtMachineTemplate",
                        "MachineDeployment",
                        "MachineHealthCheck",
                        "ConfigMap",
                        "ConfigMap",
                        "ConfigMap");
        pool.settle();
        assertThat(pool.lastPlan.failure()).contains("there are still Machines in for NodePool \"workers\"");
        assertThat(pool.tree(POOLS, POOL)).isPresent();

        pool.store.delete(MACHINES, new ObjectKey(CONTROL_PLANE, "m1"), pool.now);
        assertThat(deletions()).containsExactly("Secret", "Secret", "DataVolume");
    }

    private List<String> deletions() {
        return pool.plan().intents().stream()
                .filter(Intent.Delete.class::isInstance)
                .map(intent -> ((Intent.Delete) intent).type().getSimpleName())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'KubeVirt'} | {'type':'KubeVirt','kubevirt':{'rootVolume':{'persistent':{'size':'32Gi'}}}}",
                "{'type':'Agent','agent':{'agentNamespace':'agents'}} | {'type':'Agent'}",
                "{'type':'AWS','aws':{'region':'us-east-1'}} | {'type':'AWS','aws':{'subnet':{'id':'subnet-1'}}}",
                "{'type':'None'} | {'type':'None'}",
                "{'type':'IBMCloud'} | {'type':'IBMCloud'}",
                "{'type':'Azure'} | {'type':'Azure'}"
            })
    void nothing_is_left_of_a_pool(String ofCluster, String ofPool) {
        pool.moveTo(ofCluster, ofPool);
        Set<String> before = objects();
        withEverything();
        pool.settle();
        pool.patchPool("{'spec':{'management':{'upgradeType':'InPlace','replace':null}}}");
        pool.settle();
        assertThat(objects()).hasSizeGreaterThan(before.size());

        delete();

        pool.store.delete(CONFIG_MAPS, new ObjectKey("clusters", "tuned"), pool.now);
        pool.store.delete(CONFIG_MAPS, new ObjectKey("clusters", "profile"), pool.now);
        pool.store.delete(CONFIG_MAPS, new ObjectKey("clusters", "runtime"), pool.now);
        before.remove(POOLS + "/" + POOL);
        assertThat(objects()).isEqualTo(before);
    }

    @Test
    void a_pool_goes_also_when_its_cluster_is_gone() {
        withEverything();
        pool.settle();
        pool.store.delete(CLUSTERS, CLUSTER, pool.now);

        delete();

        assertThat(objects()).noneMatch(key -> key.contains("workers"));
        assertThat(objects()).noneMatch(key -> key.contains("DataVolume"));
    }

    @Test
    void what_other_pools_have_stays() {
        pool.settle();
        JsonObject other = JsonObject.of(
                "apiVersion",
                "v1",
                "kind",
                "Secret",
                "metadata",
                JsonObject.of(
                        "name",
                        "token-workers-2-00000000",
                        "namespace",
                        CONTROL_PLANE,
                        "annotations",
                        JsonObject.of("hypershift.openshift.io/nodePool", "clusters/workers-2")));
        pool.store.create(other);

        delete();

        assertThat(pool.tree("/Secret", new ObjectKey(CONTROL_PLANE, "token-workers-2-00000000")))
                .isPresent();
    }

    @Test
    void a_pause_does_not_hold_up_a_deletion() {
        pool.settle();
        pool.patchPool("{'spec':{'pausedUntil':'true'}}");
        pool.settle();

        delete();

        assertThat(pool.tree(POOLS, POOL)).isEmpty();
    }
}
