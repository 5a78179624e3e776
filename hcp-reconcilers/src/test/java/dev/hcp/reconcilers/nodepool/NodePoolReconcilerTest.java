package dev.hcp.reconcilers.nodepool;

import static dev.hcp.reconcilers.nodepool.PoolFixture.CONTROL_PLANE;
import static dev.hcp.reconcilers.nodepool.PoolFixture.DEPLOYMENTS;
import static dev.hcp.reconcilers.nodepool.PoolFixture.IN_CONTROL_PLANE;
import static dev.hcp.reconcilers.nodepool.PoolFixture.POOL;
import static dev.hcp.reconcilers.nodepool.PoolFixture.POOLS;
import static dev.hcp.reconcilers.nodepool.PoolFixture.SETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NodePoolReconcilerTest {
    private static final String HEALTH_CHECKS = "cluster.x-k8s.io/MachineHealthCheck";

    @Test
    void a_pool_without_its_cluster_fails_and_goes_on_when_the_cluster_appears() {
        PoolFixture fixture = new PoolFixture();
        fixture.createPool();
        fixture.settle();
        assertThat(fixture.lastPlan.failure()).contains("hostedclusters.hypershift.openshift.io \"demo\" not found");
        fixture.createCluster();
        fixture.settle();
        assertThat(fixture.lastPlan.failure()).isEmpty();
        assertThat(fixture.deployment().integer(0, "spec", "replicas")).isEqualTo(3);
    }

    @Test
    void a_new_pool_gets_secrets_a_machine_template_and_a_deployment_that_refer_to_each_other() {
        PoolFixture fixture = PoolFixture.withCluster();
        fixture.settle();
        JsonObject machine = fixture.deployment().object("spec", "template", "spec");
        String userData = machine.text("bootstrap", "dataSecretName");
        assertThat(userData).matches("user-data-workers-[0-9a-f]{8}");
        assertThat(fixture.tree("/Secret", new ObjectKey(CONTROL_PLANE, userData)))
                .isPresent();
        assertThat(fixture.tree("/Secret", new ObjectKey(CONTROL_PLANE, userData.replace("user-data", "token"))))
                .isPresent();
        String template = machine.text("infrastructureRef", "name");
        assertThat(fixture.tree(
                        "infrastructure.cluster.x-k8s.io/KubevirtMachineTemplate",
                        new ObjectKey(CONTROL_PLANE, template)))
                .isPresent();
        assertThat(fixture.condition("UpdatingVersion"))
                .isEqualTo("True AsExpected Updating version in progress. Target version: 4.17.3");
    }

    @Test
    void when_all_machines_are_up_the_pool_has_the_version() {
        PoolFixture fixture = PoolFixture.withCluster();
        fixture.settle();
        fixture.completeDeployment(3);
        fixture.settle();
        assertThat(fixture.pool().text("status", "version")).isEqualTo("4.17.3");
        assertThat(fixture.pool().integer(0, "status", "replicas")).isEqualTo(3);
        assertThat(fixture.condition("UpdatingConfig")).isEqualTo("False AsExpected");
    }

    @Test
    void changing_the_disk_makes_another_template_and_keeps_the_user_data() {
        PoolFixture fixture = PoolFixture.withCluster();
        fixture.settle();
        JsonObject before = fixture.deployment().object("spec", "template", "spec");
        fixture.patchPool("{\"spec\":{\"platform\":{\"kubevirt\":{\"compute\":{\"memory\":\"16Gi\"}}}}}");
        fixture.settle();
        JsonObject after = fixture.deployment().object("spec", "template", "spec");
        assertThat(after.text("infrastructureRef", "name")).isNotEqualTo(before.text("infrastructureRef", "name"));
        assertThat(after.object("bootstrap")).isEqualTo(before.object("bootstrap"));
    }

    @Test
    void an_upgrade_retires_the_old_payload() {
        PoolFixture fixture = PoolFixture.withCluster();
        fixture.settle();
        fixture.completeDeployment(3);
        fixture.settle();
        String old = fixture.deployment().text("spec", "template", "spec", "bootstrap", "dataSecretName");
        fixture.store.patch(DEPLOYMENTS, IN_CONTROL_PLANE, Json.parseObject("{\"metadata\":{\"generation\":2}}"));
        fixture.patchPool("{\"spec\":{\"release\":{\"image\":\"quay.io/release:4.17.9\"}}}");
        fixture.settle();
        JsonObject machine = fixture.deployment().object("spec", "template", "spec");
        assertThat(machine.text("version")).isEqualTo("4.17.9");
        assertThat(machine.text("bootstrap", "dataSecretName")).isNotEqualTo(old);
        assertThat(fixture.tree("/Secret", new ObjectKey(CONTROL_PLANE, old))).isEmpty();
        JsonObject token = fixture.tree("/Secret", new ObjectKey(CONTROL_PLANE, old.replace("user-data", "token")))
                .orElseThrow();
        assertThat(token.text("metadata", "annotations", "hypershift.openshift.io/ignition-token-expiration-timestamp"))
                .isEqualTo("2026-01-01T02:00:00Z");
        assertThat(fixture.pool().text("status", "version")).isEqualTo("4.17.3");
    }

    @Test
    void a_release_newer_than_the_cluster_is_refused() {
        PoolFixture fixture = PoolFixture.withCluster();
        fixture.patchPool("{\"spec\":{\"release\":{\"image\":\"quay.io/release:4.18.0\"}}}");
        fixture.settle();
        assertThat(fixture.condition("ValidReleaseImage"))
                .startsWith(
                        "False ValidationFailed Failed to get release image: the latest version supported is: \"4.17.");
        assertThat(fixture.lastPlan.failure()).isPresent();
    }

    @Test
    void without_a_pull_secret_the_release_cannot_be_looked_up() {
        PoolFixture fixture = PoolFixture.withCluster();
        fixture.store.delete("/Secret", new ObjectKey("clusters", "pull"), fixture.now);
        fixture.settle();
        assertThat(fixture.condition("ValidReleaseImage"))
                .isEqualTo("False ValidationFailed Failed to get release image: cannot get pull secret clusters/pull:"
                        + " secrets \"pull\" not found");
    }

    @Test
    void without_an_ignition_endpoint_a_pool_waits() {
        PoolFixture fixture = PoolFixture.withCluster();
        fixture.store.patch(
                "hypershift.openshift.io/HostedCluster",
                new ObjectKey("clusters", "demo"),
                Json.parseObject("{\"status\":{\"ignitionEndpoint\":null}}"));
        fixture.settle();
        assertThat(fixture.condition("IgnitionEndpointAvailable"))
                .isEqualTo("False IgnitionEndpointMissing Ignition endpoint not available, waiting");
        assertThat(fixture.tree(DEPLOYMENTS, IN_CONTROL_PLANE)).isEmpty();
    }

    @Test
    void the_verdict_on_the_machine_configuration_does_not_outlive_the_ignition_endpoint() {
        PoolFixture fixture = PoolFixture.withCluster();
        fixture.settle();
        assertThat(fixture.condition("ValidMachineConfig")).isEqualTo("True AsExpected");
        fixture.store.patch(
                "hypershift.openshift.io/HostedCluster",
                new ObjectKey("clusters", "demo"),
                Json.parseObject("{\"status\":{\"ignitionEndpoint\":null}}"));
        fixture.settle();
        assertThat(fixture.condition("ValidMachineConfig")).isEmpty();
    }

    @Test
    void tuning_reaches_the_control_plane_with_its_defaults() {
        PoolFixture fixture = PoolFixture.withCluster();
        fixture.store.create(Json.parseObject("{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{"
                + "\"name\":\"tuning\",\"namespace\":\"clusters\"},\"data\":{\"tuning\":"
                + "\"apiVersion: tuned.openshift.io/v1\\nkind: Tuned\\nmetadata:\\n  name: t\\nspec:\\n  recommend:\\n"
                + "  - priority: 20\\n    profile: p\\n\"}}"));
        fixture.patchPool("{\"spec\":{\"tuningConfig\":[{\"name\":\"tuning\"}]}}");
        fixture.settle();
        JsonObject map = fixture.tree("/ConfigMap", new ObjectKey(CONTROL_PLANE, "tuned-workers"))
                .orElseThrow();
        assertThat(map.text("data", "tuning"))
                .isEqualTo("apiVersion: tuned.openshift.io/v1\nkind: Tuned\nmetadata:\n  creationTimestamp: null\n"
                        + "  name: t\nspec:\n  profile: null\n  recommend:\n  - operand:\n      tunedConfig:\n"
                        + "        reapply_sysctl: null\n    priority: 20\n    profile: p\nstatus: {}\n");
        fixture.patchPool("{\"spec\":{\"tuningConfig\":[]}}");
        fixture.settle();
        assertThat(fixture.tree("/ConfigMap", new ObjectKey(CONTROL_PLANE, "tuned-workers")))
                .isEmpty();
    }

    @Test
    void a_boot_image_is_cached_once_for_all_machines_of_a_pool() {
        PoolFixture fixture = PoolFixture.withCluster();
        fixture.patchPool(
                "{\"spec\":{\"platform\":{\"kubevirt\":{\"rootVolume\":{\"cacheStrategy\":{\"type\":\"PVC\"}}}}}}");
        fixture.settle();
        String cache = fixture.pool().text("status", "platform", "kubeVirt", "cacheName");
        assertThat(cache).startsWith("kv-boot-image-cache-");
        assertThat(fixture.tree("cdi.kubevirt.io/DataVolume", new ObjectKey(CONTROL_PLANE, String.valueOf(cache))))
                .isPresent();
        String template =
                String.valueOf(fixture.deployment().text("spec", "template", "spec", "infrastructureRef", "name"));
        JsonObject machine = fixture.tree(
                        "infrastructure.cluster.x-k8s.io/KubevirtMachineTemplate",
                        new ObjectKey(CONTROL_PLANE, template))
                .orElseThrow()
                .object("spec", "template", "spec", "virtualMachineTemplate", "spec");
        assertThat(machine.array("dataVolumeTemplates").object(0).text("spec", "source", "pvc", "name"))
                .isEqualTo(cache);
    }

    @Test
    void an_architecture_that_kubevirt_lacks_is_reported_and_does_not_stop_the_pool() {
        PoolFixture fixture = PoolFixture.withCluster();
        fixture.patchPool("{\"spec\":{\"arch\":\"arm64\"}}");
        fixture.settle();
        assertThat(fixture.condition("ValidArchPlatform"))
                .isEqualTo(
                        "False InvalidArchPlatform CPU arch arm64 is not supported for platform: KubeVirt, use 'amd64'"
                                + " instead");
        assertThat(fixture.tree(DEPLOYMENTS, IN_CONTROL_PLANE)).isPresent();
    }

    @Test
    void a_payload_for_another_architecture_stops_the_pool() {
        PoolFixture fixture = PoolFixture.withCluster();
        fixture.store.patch(
                "hypershift.openshift.io/HostedCluster",
                new ObjectKey("clusters", "demo"),
                Json.parseObject("{\"status\":{\"payloadArch\":\"ARM64\"}}"));
        fixture.settle();
        assertThat(fixture.condition("ValidArchPlatform"))
                .startsWith("False InvalidArchPlatform NodePool CPU arch, amd64,");
        assertThat(fixture.tree(DEPLOYMENTS, IN_CONTROL_PLANE)).isEmpty();
    }

    @Test
    void a_paused_pool_pauses_cluster_api_until_it_is_resumed() {
        PoolFixture fixture = PoolFixture.withCluster();
        fixture.settle();
        fixture.patchPool("{\"spec\":{\"pausedUntil\":\"2026-01-01T01:00:00Z\",\"replicas\":5}}");
        fixture.settle();
        assertThat(fixture.condition("ReconciliationActive")).startsWith("False ReconciliationPaused");
        assertThat(fixture.deployment().text("metadata", "annotations", "cluster.x-k8s.io/paused"))
                .isEqualTo("true");
        assertThat(fixture.deployment().integer(0, "spec", "replicas")).isEqualTo(3);
        assertThat(fixture.lastPlan.requeueAfter()).contains(Duration.ofHours(1));
        fixture.now = fixture.now.plus(Duration.ofHours(1));
        fixture.settle();
        assertThat(fixture.deployment().object("metadata", "annotations")).doesNotContainKey("cluster.x-k8s.io/paused");
        assertThat(fixture.deployment().integer(0, "spec", "replicas")).isEqualTo(5);
    }

    @Test
    void an_upgrade_in_place_is_asked_for_by_annotations_of_the_machine_set() {
        PoolFixture fixture = PoolFixture.withCluster();
        fixture.patchPool("{\"spec\":{\"management\":{\"upgradeType\":\"InPlace\",\"replace\":null,"
                + "\"inPlace\":{\"maxUnavailable\":\"70%\"}}}}");
        fixture.settle();
        assertThat(fixture.pool().text("status", "version")).isEqualTo("4.17.3");
        fixture.patchPool("{\"spec\":{\"release\":{\"image\":\"quay.io/release:4.17.9\"}}}");
        fixture.settle();
        JsonObject annotations =
                fixture.tree(SETS, IN_CONTROL_PLANE).orElseThrow().object("metadata", "annotations");
        String target = annotations.text("hypershift.openshift.io/nodePoolTargetConfigVersion");
        assertThat(annotations.text("hypershift.openshift.io/nodePoolCurrentConfigVersion"))
                .isNotEqualTo(target);
        assertThat(annotations.text("hypershift.openshift.io/nodePoolMaxUnavailable"))
                .isEqualTo("2");
        assertThat(fixture.condition("UpdatingVersion")).isEqualTo("unknown  Updating Version, Target: " + target);
        fixture.store.patch(
                SETS,
                IN_CONTROL_PLANE,
                JsonObject.EMPTY.withAt(
                        target, "metadata", "annotations", "hypershift.openshift.io/nodePoolCurrentConfigVersion"));
        fixture.settle();
        assertThat(fixture.pool().text("status", "version")).isEqualTo("4.17.9");
        assertThat(fixture.condition("UpdatingVersion")).isEqualTo("False AsExpected");
    }

    @Test
    void automatic_repair_waits_until_a_machine_reached_ignition() {
        PoolFixture fixture = PoolFixture.withCluster();
        fixture.patchPool("{\"metadata\":{\"annotations\":{\"hypershift.openshift.io/machine-health-check-timeout\":"
                + "\"10m\"}},\"spec\":{\"management\":{\"autoRepair\":true}}}");
        fixture.settle();
        assertThat(fixture.tree(HEALTH_CHECKS, IN_CONTROL_PLANE)).isEmpty();
        String userData =
                String.valueOf(fixture.deployment().text("spec", "template", "spec", "bootstrap", "dataSecretName"));
        fixture.store.patch(
                "/Secret",
                new ObjectKey(CONTROL_PLANE, userData.replace("user-data", "token")),
                Json.parseObject(
                        "{\"metadata\":{\"annotations\":{\"hypershift.openshift.io/ignition-reached\":\"True\"}}}"));
        fixture.settle();
        JsonObject check = fixture.tree(HEALTH_CHECKS, IN_CONTROL_PLANE).orElseThrow();
        assertThat(check.integer(0, "spec", "maxUnhealthy")).isEqualTo(2);
        assertThat(check.array("spec", "unhealthyConditions").object(0).text("timeout"))
                .isEqualTo("10m0s");
        assertThat(fixture.condition("AutorepairEnabled")).isEqualTo("True AsExpected");
    }

    @Test
    void labels_and_taints_reach_machines_without_a_rollout() {
        PoolFixture fixture = PoolFixture.withCluster();
        fixture.machine("m1", "[]");
        fixture.settle();
        JsonObject template = fixture.deployment().object("spec", "template");
        fixture.patchPool("{\"spec\":{\"nodeLabels\":{\"tier\":\"gold\"},"
                + "\"taints\":[{\"key\":\"k\",\"value\":\"v\",\"effect\":\"NoSchedule\"}]}}");
        fixture.settle();
        JsonObject machine = fixture.tree("cluster.x-k8s.io/Machine", new ObjectKey(CONTROL_PLANE, "m1"))
                .orElseThrow();
        assertThat(machine.text("metadata", "labels", "managed.hypershift.openshift.io.tier"))
                .isEqualTo("gold");
        assertThat(machine.text("metadata", "annotations", "hypershift.openshift.io/nodePoolTaints"))
                .isEqualTo("[{\"key\":\"k\",\"value\":\"v\",\"effect\":\"NoSchedule\"}]");
        assertThat(fixture.deployment().object("spec", "template")).isEqualTo(template);
    }

    @Test
    void machines_that_are_not_ready_are_listed_by_reason() {
        PoolFixture fixture = PoolFixture.withCluster();
        fixture.machine(
                "m1",
                "[{\"type\":\"Ready\",\"status\":\"False\",\"reason\":\"VMNotReady\",\"message\":\"1 of 2"
                        + " completed\"},{\"type\":\"InfrastructureReady\",\"status\":\"False\",\"reason\":\"VMNotReady\","
                        + "\"message\":\"1 of 2 completed\"}]");
        fixture.machine(
                "m2",
                "[{\"type\":\"Ready\",\"status\":\"False\",\"reason\":\"DVNotReady\"},"
                        + "{\"type\":\"InfrastructureReady\",\"status\":\"False\",\"reason\":\"DVNotReady\","
                        + "\"message\":\"importing\"}]");
        fixture.machine(
                "m3",
                "[{\"type\":\"Ready\",\"status\":\"True\"},"
                        + "{\"type\":\"NodeHealthy\",\"status\":\"False\",\"reason\":\"NodeConditionsFailed\"}]");
        fixture.settle();
        assertThat(fixture.condition("AllMachinesReady"))
                .isEqualTo("False DVNotReady,VMNotReady 2 of 3 machines are not ready\n"
                        + "Machine m2: DVNotReady: importing\nMachine m1: VMNotReady");
        assertThat(fixture.condition("AllNodesHealthy"))
                .isEqualTo("False NodeConditionsFailed Machine m3: NodeConditionsFailed");
    }

    @Test
    void a_deleted_pool_waits_for_its_machines() {
        PoolFixture fixture = PoolFixture.withCluster();
        fixture.settle();
        fixture.machine("m1", "[]");
        fixture.store.delete(POOLS, POOL, fixture.now);
        fixture.settle();
        assertThat(fixture.tree(DEPLOYMENTS, IN_CONTROL_PLANE)).isEmpty();
        assertThat(fixture.lastPlan.failure()).contains("there are still Machines in for NodePool \"workers\"");
        fixture.store.delete("cluster.x-k8s.io/Machine", new ObjectKey(CONTROL_PLANE, "m1"), fixture.now);
        fixture.settle();
        assertThat(fixture.tree(POOLS, POOL)).isEmpty();
        assertThat(fixture.store.everything().keySet()).noneMatch(key -> key.contains("workers"));
    }
}
