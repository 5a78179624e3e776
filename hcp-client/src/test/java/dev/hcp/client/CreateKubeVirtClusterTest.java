package dev.hcp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.OptionProblem;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CreateKubeVirtClusterTest {
    private final KubernetesClient nowhere =
            new KubernetesClientBuilder().withConfig(Config.empty()).build();

    private CreateKubeVirtCluster create() {
        return HcpClient.of(nowhere).kubeVirtCluster("clusters", "demo").pullSecret("{\"auths\":{}}");
    }

    private static JsonObject platform(CreateKubeVirtCluster create, String kind) {
        return create.resources().stream()
                .filter(r -> r.getKind().equals(kind))
                .map(r -> Json.toTree(r).object("spec", "platform", "kubevirt"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_option_of_the_machines_ends_up_in_the_node_pool() {
        JsonObject pool = platform(
                create().memory("6Gi")
                        .cores(4)
                        .qosClass("Guaranteed")
                        .rootVolumeSize(64)
                        .rootVolumeStorageClass("fast")
                        .rootVolumeAccessModes(List.of("ReadWriteMany", "ReadWriteOnce"))
                        .rootVolumeVolumeMode("Block")
                        .rootVolumeCacheStrategy("PVC")
                        .networkMultiqueue("Disable")
                        .attachDefaultNetwork(false)
                        .additionalNetwork("ns/nad")
                        .vmNodeSelector(Map.of("size", "large"))
                        .hostDevice("nvidia.com/gpu", 2)
                        .containerDisk("quay.io/disk"),
                "NodePool");

        assertThat(pool)
                .isEqualTo(JsonObject.of(
                        "additionalNetworks", List.of(JsonObject.of("name", "ns/nad")),
                        "attachDefaultNetwork", false,
                        "compute", JsonObject.of("cores", 4, "memory", "6Gi", "qosClass", "Guaranteed"),
                        "hostDevices", List.of(JsonObject.of("count", 2, "deviceName", "nvidia.com/gpu")),
                        "nodeSelector", JsonObject.of("size", "large"),
                        "rootVolume",
                                JsonObject.of(
                                        "cacheStrategy", JsonObject.of("type", "PVC"),
                                        "diskImage", JsonObject.of("containerDiskImage", "quay.io/disk"),
                                        "persistent",
                                                JsonObject.of(
                                                        "accessModes",
                                                        List.of("ReadWriteMany", "ReadWriteOnce"),
                                                        "size",
                                                        "64Gi",
                                                        "storageClass",
                                                        "fast",
                                                        "volumeMode",
                                                        "Block"),
                                        "type", "Persistent")));
    }

    @Test
    void classes_of_storage_and_snapshots_are_mapped_in_groups() {
        JsonObject driver = platform(
                        create().infraStorageClassMapping("fast", "hosted-fast", "g")
                                .infraStorageClassMapping("slow", "hosted-slow")
                                .infraVolumeSnapshotClassMapping("snap", "hosted-snap", "g"),
                        "HostedCluster")
                .object("storageDriver");

        assertThat(driver.text("type")).isEqualTo("Manual");
        assertThat(driver.array("manual", "storageClassMapping"))
                .isEqualTo(JsonArray.of(
                        JsonObject.of(
                                "group", "g", "guestStorageClassName", "hosted-fast", "infraStorageClassName", "fast"),
                        JsonObject.of("guestStorageClassName", "hosted-slow", "infraStorageClassName", "slow")));
        assertThat(driver.array("manual", "volumeSnapshotClassMapping"))
                .isEqualTo(JsonArray.of(JsonObject.of(
                        "group",
                        "g",
                        "guestVolumeSnapshotClassName",
                        "hosted-snap",
                        "infraVolumeSnapshotClassName",
                        "snap")));
    }

    @Test
    void machines_in_another_cluster_need_both_its_kubeconfig_and_a_namespace() {
        assertThat(platform(create().infraKubeconfig("x").infraNamespace("vms"), "HostedCluster")
                        .object("credentials"))
                .isEqualTo(JsonObject.of(
                        "infraKubeConfigSecret",
                        JsonObject.of("key", "kubeconfig", "name", "demo-infra-credentials"),
                        "infraNamespace",
                        "vms"));
        assertThat(refused(create().infraNamespace("vms"))).containsExactly("infraKubeconfigFile");
        assertThat(refused(create().infraKubeconfig("x"))).containsExactly("infraNamespace");
    }

    @Test
    void words_that_the_platform_does_not_know_are_refused_by_option() {
        assertThat(refused(create().qosClass("Best")
                        .rootVolumeVolumeMode("Tape")
                        .rootVolumeCacheStrategy("Disk")
                        .networkMultiqueue("Maybe")
                        .attachDefaultNetwork(false)
                        .hostDevice("gpu", 0)))
                .containsExactlyInAnyOrder(
                        "qosClass",
                        "rootVolumeVolumeMode",
                        "rootVolumeCacheStrategy",
                        "networkMultiqueue",
                        "attachDefaultNetwork",
                        "hostDeviceName");
    }

    @Test
    void machines_without_memory_are_rendered_but_not_applied() {
        assertThat(create().memory("0").render()).contains("memory: \"0\"");
        assertThat(create().memory("0").problems())
                .extracting(OptionProblem::option)
                .contains("memory");
    }

    private static List<String> refused(CreateKubeVirtCluster create) {
        List<String> options = new ArrayList<>();
        assertThatThrownBy(create::render).isInstanceOfSatisfying(InvalidOptionsException.class, e -> e.options()
                .forEach(problem -> options.add(problem.option())));
        return options;
    }
}
