package dev.hcp.testkit;

import static dev.hcp.testkit.Clusters.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.configuration.FeatureSet;
import dev.hcp.api.configuration.IdentityMappingMethod;
import dev.hcp.api.configuration.IdentityProvider;
import dev.hcp.api.configuration.IdentityProviderType;
import dev.hcp.api.configuration.SecretNameReference;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.client.HcpClient;
import dev.hcp.client.HostedClusterResource;
import dev.hcp.client.InvalidOptionsException;
import dev.hcp.client.NodePoolResource;
import dev.hcp.client.Progress;
import dev.hcp.client.ResourceNotFoundException;
import dev.hcp.client.WaitTimeoutException;
import dev.hcp.client.status.StatusCondition;
import dev.hcp.simulator.Simulator;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an administrator does with a hosted cluster and its node pools, against a simulated management cluster. */
@HcpTest
class OperateTest {
    @Test
    void a_wait_tells_what_changes_meanwhile(HcpClient hcp) {
        List<Progress> progress = new ArrayList<>();

        Clusters.begun(hcp, 1).withProgress(progress::add).awaitCompleted(LONG);

        assertThat(progress)
                .extracting(Progress::toString)
                .contains("hosted cluster clusters/demo: Available is True (AsExpected): The hosted control plane is"
                        + " available")
                .anyMatch(line -> line.startsWith("hosted cluster clusters/demo: EtcdAvailable is False"))
                .anyMatch(line -> line.equals("hosted cluster clusters/demo: version 4.16.5 is Completed"));
        for (int i = 1; i < progress.size(); i++) {
            assertThat(progress.get(i)).isNotEqualTo(progress.get(i - 1));
        }
    }

    @Test
    void a_wait_that_is_too_short_says_what_was_seen_last(HcpClient hcp) {
        HostedClusterResource demo = Clusters.begun(hcp, 1);

        assertThatThrownBy(() -> demo.awaitCompleted(Duration.ofSeconds(30)))
                .isInstanceOf(WaitTimeoutException.class)
                .hasMessageContaining("did not complete its version within PT30S")
                .hasMessageContaining("Available=False");
        assertThatThrownBy(() -> hcp.nodePool("clusters", "other").awaitReplicas(1, Duration.ofSeconds(1)))
                .isInstanceOf(WaitTimeoutException.class)
                .hasMessageContaining("It does not exist.");
    }

    @Test
    void a_pool_scales_to_zero_and_back(HcpClient hcp) {
        NodePoolResource pool = Clusters.complete(hcp, 2).nodePool("demo");

        int before = pool.scaleToZero();
        pool.awaitReplicas(0, LONG);
        pool.scale(before);

        assertThat(before).isEqualTo(2);
        assertThat(pool.awaitReplicas(2, LONG).getStatus()).isNotNull();
    }

    @Test
    void a_pool_scales_by_itself_until_it_is_told_a_number(HcpClient hcp) {
        NodePoolResource pool = Clusters.complete(hcp, 1).nodePool("demo");

        JsonObject automatic = spec(pool.autoscale(2, 5));
        assertThat(automatic.object("autoScaling")).isEqualTo(JsonObject.of("max", 5L, "min", 2L));
        assertThat(automatic.containsKey("replicas")).isFalse();
        assertThatThrownBy(() -> pool.scale(3))
                .isInstanceOf(InvalidOptionsException.class)
                .hasMessageContaining("scales automatically");
        pool.awaitReplicas(2, LONG);

        JsonObject fixed = spec(pool.stopAutoscaling(1));
        assertThat(fixed.containsKey("autoScaling")).isFalse();
        assertThat(fixed.integer(0, "replicas")).isEqualTo(1);
        pool.awaitReplicas(1, LONG);
        assertThatThrownBy(() -> pool.autoscale(3, 2)).isInstanceOf(InvalidOptionsException.class);
        assertThatThrownBy(() -> pool.stopAutoscaling(-1)).isInstanceOf(InvalidOptionsException.class);
    }

    @Test
    void repair_and_drain_time_are_fields_of_the_pool(HcpClient hcp) {
        NodePoolResource pool = Clusters.complete(hcp, 1).nodePool("demo");

        assertThat(spec(pool.autoRepair(true)).isTrue("management", "autoRepair"))
                .isTrue();
        assertThat(spec(pool.autoRepair(false)).isTrue("management", "autoRepair"))
                .isFalse();
        assertThat(spec(pool.drainTimeout(Duration.ofMinutes(30))).text("nodeDrainTimeout"))
                .isEqualTo("30m0s");
        assertThat(spec(pool.get()).text("management", "upgradeType"))
                .as("what was not touched")
                .isEqualTo("Replace");
    }

    @Test
    void a_paused_cluster_waits_until_it_is_resumed_or_the_time_comes(HcpClient hcp, Simulator simulator) {
        HostedClusterResource demo = Clusters.complete(hcp, 1);

        demo.pause();
        demo.await("pause", cluster -> isFalse(StatusCondition.of(cluster), "ReconciliationActive"), LONG);
        demo.resume();
        demo.await("resume", cluster -> isTrue(StatusCondition.of(cluster), "ReconciliationActive"), LONG);
        demo.pauseUntil(simulator.now().plus(Duration.ofMinutes(20)));
        demo.await("pause", cluster -> isFalse(StatusCondition.of(cluster), "ReconciliationActive"), LONG);
        simulator.advance(Duration.ofMinutes(21));

        assertThat(demo.hasCondition("ReconciliationActive")).isTrue();

        NodePoolResource pool = demo.nodePool("demo");
        pool.pause();
        pool.await("pause", paused -> isFalse(StatusCondition.of(paused), "ReconciliationActive"), LONG);
        pool.resume();
        pool.await("resume", active -> isTrue(StatusCondition.of(active), "ReconciliationActive"), LONG);
        pool.pauseUntil(simulator.now().plus(Duration.ofMinutes(20)));
        pool.await("pause", paused -> isFalse(StatusCondition.of(paused), "ReconciliationActive"), LONG);
    }

    @Test
    void a_restart_reaches_the_pods(HcpClient hcp, Simulator simulator, KubernetesClient kubernetes) {
        HostedClusterResource demo = Clusters.complete(hcp, 1);

        String value = demo.restart();
        boolean restarted = simulator.runUntil(
                () -> kubernetes
                        .pods()
                        .inNamespace(demo.controlPlaneNamespace())
                        .withLabel("app", "kube-apiserver")
                        .list()
                        .getItems()
                        .stream()
                        .allMatch(pod -> value.equals(
                                pod.getMetadata().getAnnotations().get("hypershift.openshift.io/restart-date"))),
                LONG);

        assertThat(restarted).isTrue();
    }

    @Test
    void configurations_and_tuning_are_referenced_in_order(HcpClient hcp, KubernetesClient kubernetes) {
        NodePoolResource pool = Clusters.complete(hcp, 1).nodePool("demo");

        pool.configure("chrony", machineConfig("50-chrony"));
        NodePool configured = pool.configure("kernel", machineConfig("60-kernel"));
        assertThat(spec(configured).array("config"))
                .containsExactly(JsonObject.of("name", "chrony"), JsonObject.of("name", "kernel"));
        pool.configure("chrony", machineConfig("55-chrony"));
        assertThat(spec(pool.get()).array("config"))
                .as("a new manifest keeps its place")
                .containsExactly(JsonObject.of("name", "chrony"), JsonObject.of("name", "kernel"));
        assertThat(kubernetes
                        .configMaps()
                        .inNamespace("clusters")
                        .withName("chrony")
                        .get()
                        .getData())
                .hasEntrySatisfying("config", text -> assertThat(text).contains("55-chrony"));
        pool.await("roll", now -> isTrue(StatusCondition.of(now), "UpdatingConfig"), LONG);

        assertThat(spec(pool.removeConfiguration("chrony")).array("config"))
                .containsExactly(JsonObject.of("name", "kernel"));
        assertThat(spec(pool.tune("dirty", TUNED)).array("tuningConfig"))
                .containsExactly(JsonObject.of("name", "dirty"));
        pool.await("be tuned", now -> isTrue(StatusCondition.of(now), "ValidTuningConfig"), LONG);
        assertThat(spec(pool.removeTuning("dirty")).array("tuningConfig")).isEmpty();
    }

    @Test
    void identity_providers_and_features_reach_the_servers_that_follow_them(
            HcpClient hcp, KubernetesClient kubernetes, Simulator simulator) {
        HostedClusterResource demo = Clusters.complete(hcp, 1);
        kubernetes
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withNamespace("clusters")
                        .withName("htpasswd")
                        .endMetadata()
                        .addToStringData("htpasswd", "developer:$2y$05$hash")
                        .build())
                .create();
        IdentityProvider provider = IdentityProvider.builder()
                .name("htpasswd")
                .mappingMethod(IdentityMappingMethod.CLAIM)
                .type(IdentityProviderType.HTPASSWD)
                .htpasswd(htpasswd -> htpasswd.fileData(
                        SecretNameReference.builder().name("htpasswd").build()))
                .build();

        demo.identityProviders(List.of(provider));
        JsonObject configuration =
                Json.toTree(demo.featureSet(FeatureSet.TECH_PREVIEW_NO_UPGRADE)).object("spec", "configuration");

        assertThat(configuration.text("featureGate", "featureSet")).isEqualTo("TechPreviewNoUpgrade");
        assertThat(configuration.array("oauth", "identityProviders").object(0).text("htpasswd", "fileData", "name"))
                .isEqualTo("htpasswd");
        assertThat(simulator.runUntilQuiet(LONG)).isTrue();
        assertThat(demo.hasCondition("ValidIDPConfiguration")).isTrue();
        assertThat(Json.parseObject(file(kubernetes, "oauth-openshift"))
                        .array("oauthConfig", "identityProviders")
                        .object(0)
                        .text("name"))
                .isEqualTo("htpasswd");
        try (KubernetesClient guest = demo.guest()) {
            assertThat(guest.genericKubernetesResources("config.openshift.io/v1", "FeatureGate")
                            .withName("cluster")
                            .get()
                            .<String>get("spec", "featureSet"))
                    .isEqualTo("TechPreviewNoUpgrade");
        }
    }

    @Test
    void a_new_encryption_key_leaves_the_former_as_backup_and_rolls_the_api_server_out(
            HcpClient hcp, KubernetesClient kubernetes, Simulator simulator) {
        HostedClusterResource demo = Clusters.complete(hcp, 1);
        String former = encryption(kubernetes).object(0).text("secret");
        List<String> servers = apiServers(kubernetes);
        kubernetes.resource(secret("short", new byte[16])).create();
        kubernetes.resource(secret("second", new byte[32])).create();

        assertThatThrownBy(() -> demo.encryptWith("missing"))
                .isInstanceOf(InvalidOptionsException.class)
                .hasMessageContaining("create it with 32 random bytes first");
        assertThatThrownBy(() -> demo.encryptWith("short"))
                .isInstanceOf(InvalidOptionsException.class)
                .hasMessageContaining("must have 32 bytes, not 16");
        JsonObject aescbc = Json.toTree(demo.encryptWith("second")).object("spec", "secretEncryption", "aescbc");

        assertThat(aescbc.text("activeKey", "name")).isEqualTo("second");
        assertThat(aescbc.text("backupKey", "name")).isEqualTo("demo-etcd-encryption-key");
        assertThat(simulator.runUntilQuiet(LONG)).isTrue();
        JsonArray keys = encryption(kubernetes);
        assertThat(keys.object(0).text("secret"))
                .as("it is written with the new key")
                .isEqualTo(Base64.getEncoder().encodeToString(new byte[32]));
        assertThat(keys.object(1).text("secret"))
                .as("and can be read with the former")
                .isEqualTo(former);
        assertThat(apiServers(kubernetes)).isNotEmpty().doesNotContainAnyElementsOf(servers);
    }

    /** The keys that the API server of the cluster is told of, the active one first. */
    private static JsonArray encryption(KubernetesClient kubernetes) {
        String config = kubernetes
                .secrets()
                .inNamespace("clusters-demo")
                .withName("kas-secret-encryption-config")
                .get()
                .getData()
                .get("config.yaml");
        return Json.parseObject(new String(Base64.getDecoder().decode(config), StandardCharsets.UTF_8))
                .array("resources")
                .object(0)
                .array("providers")
                .object(0)
                .array("aescbc", "keys");
    }

    private static List<String> apiServers(KubernetesClient kubernetes) {
        return kubernetes
                .pods()
                .inNamespace("clusters-demo")
                .withLabel("app", "kube-apiserver")
                .list()
                .getItems()
                .stream()
                .map(pod -> pod.getMetadata().getUid())
                .toList();
    }

    private static String file(KubernetesClient kubernetes, String configMap) {
        return kubernetes
                .configMaps()
                .inNamespace("clusters-demo")
                .withName(configMap)
                .get()
                .getData()
                .get("config.yaml");
    }

    @Test
    void nodes_of_the_management_cluster_are_labelled_and_tainted(HcpClient hcp, KubernetesClient kubernetes) {
        hcp.managementNodes().dedicateToControlPlanes("management-0", "management-1");
        hcp.managementNodes().dedicateTo(hcp.hostedCluster("clusters", "demo"), "management-1");
        hcp.managementNodes().dedicateTo(hcp.hostedCluster("clusters", "demo"), "management-1");
        hcp.managementNodes().zone("rack1", "management-1");
        hcp.managementNodes().infrastructure("management-1");

        Node node = kubernetes.nodes().withName("management-1").get();
        assertThat(node.getMetadata().getLabels())
                .containsEntry("hypershift.openshift.io/control-plane", "true")
                .containsEntry("hypershift.openshift.io/cluster", "clusters-demo")
                .containsEntry("topology.kubernetes.io/zone", "rack1")
                .containsEntry("node-role.kubernetes.io/infra", "");
        assertThat(node.getSpec().getTaints())
                .extracting(taint -> taint.getKey() + "=" + taint.getValue() + ":" + taint.getEffect())
                .containsExactly(
                        "hypershift.openshift.io/control-plane=true:NoSchedule",
                        "hypershift.openshift.io/cluster=clusters-demo:NoSchedule");
        assertThatThrownBy(() -> hcp.managementNodes().zone("rack1", "nowhere"))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("label node nowhere");
    }

    @Test
    void a_pool_is_removed_with_its_nodes(HcpClient hcp) {
        NodePoolResource pool = Clusters.complete(hcp, 1).nodePool("demo");

        pool.delete();
        pool.awaitGone(LONG);

        assertThat(pool.find()).isEmpty();
    }

    private static Secret secret(String name, byte[] key) {
        return new SecretBuilder()
                .withNewMetadata()
                .withNamespace("clusters")
                .withName(name)
                .endMetadata()
                .addToData("key", Base64.getEncoder().encodeToString(key))
                .build();
    }

    private static String machineConfig(String name) {
        return """
                apiVersion: machineconfiguration.openshift.io/v1
                kind: MachineConfig
                metadata:
                  labels:
                    machineconfiguration.openshift.io/role: worker
                  name: %s
                spec:
                  config:
                    ignition:
                      version: 3.2.0
                """.formatted(name);
    }

    private static final String TUNED = """
            apiVersion: tuned.openshift.io/v1
            kind: Tuned
            metadata:
              name: dirty
              namespace: openshift-cluster-node-tuning-operator
            spec:
              profile:
              - data: |
                  [main]
                  include=openshift-node
                  [sysctl]
                  vm.dirty_ratio="55"
                name: dirty-profile
              recommend:
              - priority: 20
                profile: dirty-profile
            """;

    private static JsonObject spec(NodePool pool) {
        return Json.toTree(pool).object("spec");
    }

    private static boolean isTrue(List<StatusCondition> conditions, String type) {
        return StatusCondition.isTrue(conditions, type);
    }

    private static boolean isFalse(List<StatusCondition> conditions, String type) {
        return StatusCondition.isFalse(conditions, type);
    }
}
