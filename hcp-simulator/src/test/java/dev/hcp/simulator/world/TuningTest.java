package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pool of two whose nodes are tuned. */
class TuningTest {
    private static final String NAMESPACE = "openshift-cluster-node-tuning-operator";
    private static final String DIRTY_RATIO = """
            apiVersion: tuned.openshift.io/v1
            kind: Tuned
            metadata:
              name: tuned-1
              namespace: openshift-cluster-node-tuning-operator
            spec:
              profile:
              - data: |
                  [main]
                  summary=Custom OpenShift profile
                  include=openshift-node
                  [sysctl]
                  vm.dirty_ratio="55"
                name: tuned-1-profile
              recommend:
              - priority: 20
                profile: tuned-1-profile
            """;
    private static final String HUGE_PAGES = """
            apiVersion: tuned.openshift.io/v1
            kind: Tuned
            metadata:
              name: hugepages
              namespace: openshift-cluster-node-tuning-operator
            spec:
              profile:
              - data: |
                  [main]
                  summary=Boot time configuration for hugepages
                  include=openshift-node
                  [bootloader]
                  cmdline_openshift_node_hugepages=hugepagesz=2M hugepages=50
                name: openshift-node-hugepages
              recommend:
              - priority: 20
                profile: openshift-node-hugepages
            """;
    private static final String PERFORMANCE = """
            apiVersion: performance.openshift.io/v2
            kind: PerformanceProfile
            metadata:
              name: low-latency
            spec:
              cpu:
                isolated: "1"
                reserved: "0"
              realTimeKernel:
                enabled: true
              nodeSelector:
                node-role.kubernetes.io/worker: ""
            """;

    private final Workers workers = new Workers(Simulator.builder());

    @BeforeEach
    void bringUp() {
        workers.create(2, spec -> spec);
    }

    @AfterEach
    void stop() {
        workers.close();
    }

    private void tune(String name, String tuning) {
        workers.configMap(name, "tuning", tuning);
        workers.patchPool("{\"spec\": {\"tuningConfig\": [{\"name\": \"" + name + "\"}]}}");
    }

    private List<JsonObject> profiles() {
        return workers.guest("tuned.openshift.io/v1", "Profile", NAMESPACE);
    }

    private List<String> configMaps() {
        return workers.list("ConfigMap").stream().map(Meta::name).toList();
    }

    @Test
    void a_tuned_manifest_reaches_the_cluster_and_each_node_of_the_pool_gets_its_profile() {
        tune("tuned-1", DIRTY_RATIO);
        assertThat(workers.until(() -> profiles().size() == 2)).isTrue();
        workers.settle();
        assertThat(workers.guest("tuned.openshift.io/v1", "Tuned", NAMESPACE))
                .hasSize(1)
                .allSatisfy(tuned -> {
                    assertThat(Meta.name(tuned)).matches("tuned-1-[0-9a-f]{8}");
                    assertThat(tuned.text("metadata", "labels", "hypershift.openshift.io/nodePoolName"))
                            .isEqualTo("demo");
                    assertThat(tuned.array("spec", "recommend").object(0).array("match"))
                            .isEqualTo(Json.parse(
                                    "[{\"label\": \"hypershift.openshift.io/nodePool\", \"value\": \"demo\"}]"));
                });
        assertThat(profiles()).allSatisfy(profile -> {
            assertThat(profile.text("spec", "config", "tunedProfile")).isEqualTo("tuned-1-profile");
            assertThat(profile.text("status", "tunedProfile")).isEqualTo("tuned-1-profile");
            assertThat(Workers.condition(profile, "Applied")).isEqualTo("True AsExpected");
            assertThat(Workers.condition(profile, "Degraded")).isEqualTo("False AsExpected");
        });
        assertThat(workers.machines()).hasSize(2);
        assertThat(Workers.condition(workers.pool(), "ValidTuningConfig")).isEqualTo("True AsExpected");
    }

    @Test
    void nodes_of_another_pool_keep_the_default_profile() {
        workers.addPool("other", 1, spec -> spec);
        assertThat(workers.until(() -> workers.readyNodes() == 3)).isTrue();
        tune("tuned-1", DIRTY_RATIO);
        assertThat(workers.until(() -> profiles().size() == 3)).isTrue();
        assertThat(profiles())
                .extracting(profile -> profile.text("spec", "config", "tunedProfile"))
                .containsExactlyInAnyOrder("tuned-1-profile", "tuned-1-profile", "openshift-node");
    }

    @Test
    void kernel_parameters_become_machine_configuration_which_rolls_out() {
        List<String> before = workers.machines().stream().map(Meta::name).toList();
        tune("hugepages", HUGE_PAGES);
        assertThat(workers.until(() -> configMaps().contains("nto-mc-demo"))).isTrue();
        assertThat(workers.get("ConfigMap", "nto-mc-demo").text("data", "config"))
                .contains("name: 50-nto-demo", "hugepagesz=2M", "hugepages=50");
        assertThat(workers.until(() ->
                        Workers.condition(workers.pool(), "UpdatingConfig").equals("True AsExpected")))
                .isTrue();
        assertThat(workers.until(() ->
                        Workers.condition(workers.pool(), "UpdatingConfig").equals("False AsExpected")))
                .isTrue();
        workers.settle();
        assertThat(workers.machines()).extracting(Meta::name).hasSize(2).doesNotContainAnyElementsOf(before);
        assertThat(profiles()).hasSize(2).allSatisfy(profile -> assertThat(profile.text("status", "bootcmdline"))
                .isEqualTo("hugepagesz=2M hugepages=50"));
    }

    @Test
    void a_performance_profile_configures_kubelet_kernel_and_runtime_and_the_pool_tells_its_state() {
        tune("performance", PERFORMANCE);
        assertThat(workers.until(() -> Workers.condition(workers.pool(), "performance.operator.openshift.io/Available")
                        .startsWith("True")))
                .isTrue();
        assertThat(workers.until(() ->
                        Workers.condition(workers.pool(), "UpdatingConfig").equals("False AsExpected")))
                .isTrue();
        workers.settle();
        assertThat(workers.guest("node.k8s.io/v1", "RuntimeClass", ""))
                .extracting(Meta::name)
                .contains("performance-low-latency");
        assertThat(profiles()).hasSize(2).allSatisfy(profile -> {
            assertThat(profile.text("spec", "config", "tunedProfile"))
                    .isEqualTo("openshift-node-performance-low-latency");
            assertThat(profile.text("status", "bootcmdline")).contains("isolcpus=managed_irq,1");
        });
        String text = workers.list("ConfigMap").stream()
                .filter(map ->
                        map.at("metadata", "labels", "hypershift.openshift.io/nto-generated-machine-config") != null)
                .map(map -> map.text("data", "config"))
                .reduce("", String::concat);
        assertThat(text).contains("kernelType: realtime", "kind: KubeletConfig", "cpuManagerPolicy: static");
        assertThat(Workers.condition(workers.pool(), "performance.operator.openshift.io/Degraded"))
                .startsWith("False");
    }

    @Test
    void what_was_made_goes_with_the_tuning() {
        tune("hugepages", HUGE_PAGES);
        assertThat(workers.until(() -> configMaps().contains("nto-mc-demo"))).isTrue();
        workers.patchPool("{\"spec\": {\"tuningConfig\": null}}");
        assertThat(workers.until(() -> !configMaps().contains("nto-mc-demo"))).isTrue();
        workers.settle();
        assertThat(profiles()).isEmpty();
        assertThat(workers.guest("tuned.openshift.io/v1", "Tuned", NAMESPACE)).isEmpty();
        assertThat(Workers.condition(workers.pool(), "UpdatingConfig")).isEqualTo("False AsExpected");
    }
}
