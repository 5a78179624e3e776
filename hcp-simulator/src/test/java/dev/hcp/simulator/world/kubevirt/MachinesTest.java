package dev.hcp.simulator.world.kubevirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.faults.Fault;
import dev.hcp.simulator.faults.InjectedFault;
import dev.hcp.simulator.world.capi.CapiConditions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Machine deployments and their virtual machines, without the hosted cluster that would use them. */
class MachinesTest {
    private static final String NAMESPACE = "clusters-demo";
    private static final String CAPI = "cluster.x-k8s.io/v1beta1";

    private final Simulator simulator = Simulator.start();
    private final Objects objects = simulator.objects();

    @BeforeEach
    void startControllers() {
        create("{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"clusters-demo\"}}");
        deployment("cluster-api");
        deployment("capi-provider");
        create("{\"apiVersion\":\"infrastructure.cluster.x-k8s.io/v1alpha1\",\"kind\":\"KubevirtCluster\","
                + "\"metadata\":{\"name\":\"demo\",\"namespace\":\"clusters-demo\"},\"spec\":{}}");
        objects.mergePatch(
                type("infrastructure.cluster.x-k8s.io/v1alpha1", "KubevirtCluster"),
                NAMESPACE,
                "demo",
                "status",
                Json.parseObject("{\"status\":{\"ready\":true}}"),
                "test");
        create("{\"apiVersion\":\"cluster.x-k8s.io/v1beta1\",\"kind\":\"Cluster\","
                + "\"metadata\":{\"name\":\"demo\",\"namespace\":\"clusters-demo\"},"
                + "\"spec\":{\"infrastructureRef\":{\"apiVersion\":\"infrastructure.cluster.x-k8s.io/v1alpha1\","
                + "\"kind\":\"KubevirtCluster\",\"name\":\"demo\",\"namespace\":\"clusters-demo\"}}}");
        create("{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"user-data\","
                + "\"namespace\":\"clusters-demo\"},\"data\":{\"value\":\"e30=\"}}");
        template("small", "8Gi");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private ResourceType type(String apiVersion, String kind) {
        return objects.resource(apiVersion, kind);
    }

    private void create(String json) {
        JsonObject object = Json.parseObject(json);
        objects.create(
                type(String.valueOf(object.text("apiVersion")), String.valueOf(object.text("kind"))), object, "test");
    }

    private void deployment(String name) {
        create("{\"apiVersion\":\"apps/v1\",\"kind\":\"Deployment\",\"metadata\":{\"name\":\"" + name
                + "\",\"namespace\":\"clusters-demo\"},\"spec\":{\"replicas\":1,"
                + "\"selector\":{\"matchLabels\":{\"app\":\"" + name + "\"}},"
                + "\"template\":{\"metadata\":{\"labels\":{\"app\":\"" + name + "\"}},"
                + "\"spec\":{\"containers\":[{\"name\":\"manager\",\"image\":\"quay.io/manager\"}]}}}}");
    }

    private void template(String name, String memory) {
        create("{\"apiVersion\":\"infrastructure.cluster.x-k8s.io/v1alpha1\",\"kind\":\"KubevirtMachineTemplate\","
                + "\"metadata\":{\"name\":\"" + name + "\",\"namespace\":\"clusters-demo\"},"
                + "\"spec\":{\"template\":{\"spec\":{\"virtualMachineBootstrapCheck\":{\"checkStrategy\":\"none\"},"
                + "\"virtualMachineTemplate\":{\"metadata\":{\"labels\":{\"pool\":\"workers\"}},\"spec\":{"
                + "\"runStrategy\":\"Always\",\"dataVolumeTemplates\":[{\"metadata\":{\"name\":\"rhcos\"},"
                + "\"spec\":{\"source\":{\"registry\":{\"url\":\"docker://quay.io/disk\",\"pullMethod\":\"node\"}},"
                + "\"storage\":{\"resources\":{\"requests\":{\"storage\":\"32Gi\"}}}}}],"
                + "\"template\":{\"metadata\":{\"labels\":{\"pool\":\"workers\"}},\"spec\":{"
                + "\"domain\":{\"cpu\":{\"cores\":2},\"memory\":{\"guest\":\"" + memory + "\"},"
                + "\"devices\":{\"disks\":[{\"name\":\"rhcos\",\"disk\":{\"bus\":\"virtio\"}}]}},"
                + "\"volumes\":[{\"name\":\"rhcos\",\"dataVolume\":{\"name\":\"rhcos\"}}]}}}}}}}}");
    }

    private void machineDeployment(int replicas) {
        create("{\"apiVersion\":\"cluster.x-k8s.io/v1beta1\",\"kind\":\"MachineDeployment\","
                + "\"metadata\":{\"name\":\"workers\",\"namespace\":\"clusters-demo\"},"
                + "\"spec\":{\"clusterName\":\"demo\",\"replicas\":" + replicas + ","
                + "\"selector\":{\"matchLabels\":{\"pool\":\"workers\"}},"
                + "\"strategy\":{\"type\":\"RollingUpdate\",\"rollingUpdate\":{\"maxSurge\":1,\"maxUnavailable\":0}},"
                + "\"template\":{\"metadata\":{\"labels\":{\"pool\":\"workers\"}},"
                + "\"spec\":{\"clusterName\":\"demo\",\"version\":\"4.17.0\","
                + "\"bootstrap\":{\"dataSecretName\":\"user-data\"},"
                + "\"infrastructureRef\":{\"apiVersion\":\"infrastructure.cluster.x-k8s.io/v1alpha1\","
                + "\"kind\":\"KubevirtMachineTemplate\",\"name\":\"small\",\"namespace\":\"clusters-demo\"}}}}}");
    }

    private void scale(int replicas) {
        objects.mergePatch(
                type(CAPI, "MachineDeployment"),
                NAMESPACE,
                "workers",
                null,
                JsonObject.of("spec", JsonObject.of("replicas", replicas)),
                "test");
    }

    private List<JsonObject> machines() {
        return objects.list(type(CAPI, "Machine"), NAMESPACE);
    }

    private List<JsonObject> virtualMachines() {
        return objects.list(type("kubevirt.io/v1", "VirtualMachine"), NAMESPACE);
    }

    private List<JsonObject> instances() {
        return objects.list(type("kubevirt.io/v1", "VirtualMachineInstance"), NAMESPACE);
    }

    private void settle() {
        assertThat(simulator.runUntilQuiet(Duration.ofHours(1)))
                .as(() -> simulator.history().text())
                .isTrue();
    }

    @Test
    void each_machine_gets_a_virtual_machine_that_runs() {
        machineDeployment(2);
        settle();
        assertThat(machines()).hasSize(2).allSatisfy(machine -> {
            assertThat(machine.text("status", "phase")).isEqualTo("Provisioned");
            assertThat(machine.text("spec", "providerID")).isEqualTo("kubevirt://" + machine.text("metadata", "name"));
            assertThat(machine.text("metadata", "name")).startsWith("workers-");
        });
        assertThat(virtualMachines())
                .extracting(machine -> machine.text("status", "printableStatus"))
                .containsOnly("Running");
        assertThat(objects.list(type("v1", "Pod"), NAMESPACE))
                .filteredOn(pod -> "virt-launcher".equals(pod.text("metadata", "labels", "kubevirt.io")))
                .hasSize(2);
    }

    @Test
    void a_virtual_machine_is_provisioned_then_starts_then_runs() {
        machineDeployment(1);
        List<String> seen = new ArrayList<>();
        simulator.runUntil(
                () -> {
                    String status = virtualMachines().isEmpty()
                            ? null
                            : virtualMachines().get(0).text("status", "printableStatus");
                    if (status != null
                            && (seen.isEmpty() || !seen.get(seen.size() - 1).equals(status))) {
                        seen.add(status);
                    }
                    return "Running".equals(status);
                },
                Duration.ofMinutes(30));
        assertThat(seen).containsExactly("Provisioning", "Starting", "Running");
    }

    private JsonObject only(String apiVersion, String kind) {
        List<JsonObject> found = objects.list(type(apiVersion, kind), NAMESPACE);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String condition(JsonObject object, String type) {
        JsonObject condition = CapiConditions.find(object, type);
        return condition.text("status") + " " + condition.text("reason") + ": " + condition.text("message");
    }

    private JsonObject dataVolume() {
        return only("cdi.kubevirt.io/v1beta1", "DataVolume");
    }

    private JsonObject machine() {
        return only("infrastructure.cluster.x-k8s.io/v1alpha1", "KubevirtMachine");
    }

    private List<String> importers() {
        return objects.list(type("v1", "Pod"), NAMESPACE).stream()
                .map(pod -> String.valueOf(pod.text("metadata", "name")))
                .filter(name -> name.startsWith("importer-"))
                .toList();
    }

    @Test
    void a_pod_fills_its_disk_and_goes() {
        machineDeployment(1);
        assertThat(simulator.runUntil(() -> !importers().isEmpty(), Duration.ofMinutes(1)))
                .isTrue();
        settle();
        assertThat(importers()).isEmpty();
        assertThat(condition(dataVolume(), "Running")).startsWith("False Completed");
    }

    @Test
    void an_image_that_cannot_be_pulled_keeps_its_disk_from_being_filled() {
        InjectedFault fault = simulator.inject(new Fault.ImageNotPulled(NAMESPACE, "quay.io/disk", "manifest unknown"));
        machineDeployment(1);
        simulator.advance(Duration.ofMinutes(10));

        assertThat(dataVolume().text("status", "phase")).isEqualTo("ImportScheduled");
        assertThat(condition(dataVolume(), "Running"))
                .isEqualTo("False ImagePullFailed: failed to pull image: Back-off pulling image \"quay.io/disk\"");
        String volume = String.valueOf(dataVolume().text("metadata", "name"));
        assertThat(condition(machine(), "VMProvisioned"))
                .isEqualTo("False DVImagePullFailed: DataVolume " + volume
                        + " import is not running: failed to pull image:" + " Back-off pulling image \"quay.io/disk\"");
        assertThat(virtualMachines().get(0).text("status", "printableStatus")).isEqualTo("DataVolumeError");
        assertThat(machines().get(0).text("status", "phase")).isEqualTo("Provisioning");
        assertThat(events("importer-" + volume))
                .contains("Failed: Failed to pull image \"quay.io/disk\": manifest unknown");

        fault.mend();
        settle();
        assertThat(virtualMachines().get(0).text("status", "printableStatus")).isEqualTo("Running");
    }

    private List<String> events(String about) {
        return objects.list(type("v1", "Event"), NAMESPACE).stream()
                .filter(event -> about.equals(event.text("involvedObject", "name")))
                .map(event -> event.text("reason") + ": " + event.text("message"))
                .toList();
    }

    @Test
    void an_import_that_fails_is_tried_again_and_again() {
        InjectedFault fault = simulator.inject(new Fault.ImportFails("", "workers-", "no space left on device"));
        machineDeployment(1);
        simulator.advance(Duration.ofMinutes(10));

        assertThat(dataVolume().text("status", "phase")).isEqualTo("ImportInProgress");
        assertThat(dataVolume().integer(0, "status", "restartCount")).isGreaterThan(4);
        assertThat(condition(dataVolume(), "Running")).isEqualTo("False Error: no space left on device");
        assertThat(virtualMachines().get(0).text("status", "printableStatus")).isEqualTo("DataVolumeError");

        fault.mend();
        settle();
        assertThat(virtualMachines().get(0).text("status", "printableStatus")).isEqualTo("Running");
    }

    @Test
    void a_disk_waits_for_its_volume() {
        InjectedFault fault = simulator.inject(new Fault.ProvisionerLost(""));
        machineDeployment(1);
        simulator.advance(Duration.ofMinutes(10));

        assertThat(dataVolume().text("status", "phase")).isEqualTo("Pending");
        String volume = String.valueOf(dataVolume().text("metadata", "name"));
        assertThat(condition(machine(), "VMProvisioned"))
                .isEqualTo("False DVPending: DataVolume " + volume + " is pending");
        assertThat(events(volume))
                .containsExactly("ExternalProvisioning: Waiting for a volume to be created either by the external"
                        + " provisioner 'csi.simulator.hcp.dev' or manually by the system administrator. If volume creation"
                        + " is delayed, please verify that the provisioner is running and correctly registered.");

        fault.mend();
        settle();
        assertThat(virtualMachines().get(0).text("status", "printableStatus")).isEqualTo("Running");
    }

    @Test
    void a_disk_goes_while_it_is_filled() {
        simulator.inject(new Fault.ImportFails("", "", "no space left on device"));
        machineDeployment(1);
        simulator.advance(Duration.ofMinutes(10));
        scale(0);
        settle();
        assertThat(importers()).isEmpty();
        assertThat(objects.list(type("v1", "PersistentVolumeClaim"), NAMESPACE)).isEmpty();
    }

    @Test
    void a_machine_without_room_says_what_is_missing() {
        template("huge", "9Ti");
        machineDeployment(1);
        objects.mergePatch(
                type(CAPI, "MachineDeployment"),
                NAMESPACE,
                "workers",
                null,
                Json.parseObject("{\"spec\":{\"template\":{\"spec\":{\"infrastructureRef\":{\"name\":\"huge\"}}}}}"),
                "test");
        simulator.advance(Duration.ofMinutes(10));

        assertThat(objects.list(type("infrastructure.cluster.x-k8s.io/v1alpha1", "KubevirtMachine"), NAMESPACE))
                .extracting(machine -> condition(machine, "VMProvisioned"))
                .anyMatch(text ->
                        text.startsWith("False Unschedulable: 0/6 nodes are available: 6 Insufficient memory."));
    }

    @Test
    void without_its_manager_nothing_happens() {
        objects.mergePatch(
                type("apps/v1", "Deployment"),
                NAMESPACE,
                "cluster-api",
                null,
                Json.parseObject("{\"spec\":{\"replicas\":0}}"),
                "test");
        settle();
        machineDeployment(1);
        settle();
        assertThat(machines()).isEmpty();
    }

    @Test
    void scaling_down_takes_machines_virtual_machines_and_disks_away() {
        machineDeployment(3);
        settle();
        scale(1);
        settle();
        assertThat(machines()).hasSize(1);
        assertThat(virtualMachines()).hasSize(1);
        assertThat(instances()).hasSize(1);
        assertThat(objects.list(type("v1", "PersistentVolumeClaim"), NAMESPACE)).hasSize(1);
    }

    @Test
    void a_machine_may_be_gone_before_its_virtual_machine_is() {
        machineDeployment(1);
        settle();
        scale(0);
        assertThat(simulator.runUntil(() -> machines().isEmpty(), Duration.ofMinutes(5)))
                .isTrue();
        assertThat(virtualMachines()).hasSize(1).allSatisfy(machine -> assertThat(
                        machine.text("metadata", "deletionTimestamp"))
                .isNotNull());
        settle();
        assertThat(virtualMachines()).isEmpty();
    }

    private void patchDeployment(String json) {
        objects.mergePatch(type(CAPI, "MachineDeployment"), NAMESPACE, "workers", null, Json.parseObject(json), "test");
    }

    /** Sizes of the machine sets, the oldest first. */
    private List<Long> sizes() {
        return objects.list(type(CAPI, "MachineSet"), NAMESPACE).stream()
                .sorted(Comparator.comparing(set -> set.text("metadata", "creationTimestamp")))
                .map(set -> set.integer(0, "spec", "replicas"))
                .toList();
    }

    @Test
    void a_paused_deployment_shares_another_number_among_its_sets_and_rolls_no_further() {
        machineDeployment(3);
        settle();
        template("large", "16Gi");
        patchDeployment("{\"spec\":{\"template\":{\"spec\":{\"infrastructureRef\":{\"name\":\"large\"}}}}}");
        settle();
        assertThat(sizes()).containsExactly(3L, 1L);
        patchDeployment(
                "{\"spec\":{\"paused\":true,\"replicas\":6," + "\"template\":{\"spec\":{\"version\":\"4.17.1\"}}}}");
        settle();
        assertThat(sizes()).containsExactly(5L, 2L);
        assertThat(machines()).hasSize(7);
        JsonObject deployment = objects.get(type(CAPI, "MachineDeployment"), NAMESPACE, "workers")
                .orElseThrow();
        assertThat(deployment.integer(9, "status", "updatedReplicas")).isZero();
        assertThat(CapiConditions.find(deployment, "MachineSetReady").text("message"))
                .isEqualTo("MachineSet not found");

        patchDeployment("{\"spec\":{\"paused\":false}}");
        settle();
        assertThat(sizes()).hasSize(3);
    }

    @Test
    void a_set_whose_template_is_wanted_again_remembers_its_revisions_and_follows_the_deployments_annotations() {
        machineDeployment(1);
        settle();
        template("large", "16Gi");
        patchDeployment("{\"spec\":{\"template\":{\"spec\":{\"infrastructureRef\":{\"name\":\"large\"}}}}}");
        settle();
        patchDeployment("{\"metadata\":{\"annotations\":{\"team\":\"blue\"}},"
                + "\"spec\":{\"template\":{\"spec\":{\"infrastructureRef\":{\"name\":\"small\"}}}}}");
        settle();
        JsonObject annotations = objects.list(type(CAPI, "MachineSet"), NAMESPACE).stream()
                .filter(set -> "small".equals(set.text("spec", "template", "spec", "infrastructureRef", "name")))
                .findFirst()
                .orElseThrow()
                .object("metadata", "annotations");
        assertThat(annotations.text("machinedeployment.clusters.x-k8s.io/revision"))
                .isEqualTo("3");
        assertThat(annotations.text("machinedeployment.clusters.x-k8s.io/revision-history"))
                .isEqualTo("1");
        assertThat(annotations.text("team")).isEqualTo("blue");
    }

    @Test
    void from_the_time_of_rollout_after_on_machines_that_were_made_before_are_replaced() {
        machineDeployment(2);
        settle();
        patchDeployment("{\"spec\":{\"rolloutAfter\":\"" + simulator.now().plus(Duration.ofHours(1)) + "\"}}");
        simulator.advance(Duration.ofMinutes(59));
        assertThat(sizes()).containsExactly(2L);
        simulator.advance(Duration.ofMinutes(2));
        // No node ever becomes ready here, so the rollout stops after its surge.
        assertThat(sizes()).containsExactly(2L, 1L);
        simulator.advance(Duration.ofHours(3));
        assertThat(sizes()).containsExactly(2L, 1L);
    }

    @Test
    void a_machine_that_nobody_controls_is_adopted_by_the_set_that_selects_it() {
        machineDeployment(2);
        settle();
        JsonObject orphan = machines().get(0);
        String name = orphan.text("metadata", "name");
        objects.mergePatch(
                type(CAPI, "Machine"),
                NAMESPACE,
                String.valueOf(name),
                null,
                Json.parseObject("{\"metadata\":{\"ownerReferences\":null}}"),
                "test");
        settle();
        assertThat(machines()).hasSize(2).allSatisfy(machine -> assertThat(
                        machine.array("metadata", "ownerReferences").object(0).text("kind"))
                .isEqualTo("MachineSet"));
        assertThat(machines())
                .extracting(machine -> machine.text("metadata", "name"))
                .contains(name);
        assertThat(objects.list(type("v1", "Event"), NAMESPACE))
                .anySatisfy(event -> assertThat(event.text("message")).isEqualTo("Adopted Machine \"" + name + "\""));
    }

    @Test
    void an_orphan_that_is_one_too_many_makes_its_set_give_one_up_and_a_foreign_one_is_left_alone() {
        machineDeployment(1);
        settle();
        JsonObject own = machines().get(0);
        JsonObject copy = JsonObject.of("apiVersion", CAPI, "kind", "Machine", "spec", own.at("spec"));
        JsonObject labels = own.object("metadata", "labels");
        objects.create(
                type(CAPI, "Machine"),
                copy.with(
                        "metadata",
                        JsonObject.of(
                                "name", "foreign", "namespace", NAMESPACE, "labels", labels.with("pool", "other"))),
                "test");
        objects.create(
                type(CAPI, "Machine"),
                copy.with("metadata", JsonObject.of("name", "a-spare", "namespace", NAMESPACE, "labels", labels)),
                "test");
        settle();
        assertThat(machines()).hasSize(2).anySatisfy(machine -> {
            assertThat(machine.text("metadata", "name")).isEqualTo("foreign");
            assertThat(machine.array("metadata", "ownerReferences").toString()).doesNotContain("MachineSet");
        });
    }

    @Test
    void another_template_makes_another_machine_set() {
        machineDeployment(2);
        settle();
        template("large", "16Gi");
        objects.mergePatch(
                type(CAPI, "MachineDeployment"),
                NAMESPACE,
                "workers",
                null,
                Json.parseObject("{\"spec\":{\"template\":{\"spec\":{\"infrastructureRef\":{\"name\":\"large\"}}}}}"),
                "test");
        settle();
        List<JsonObject> sets = objects.list(type(CAPI, "MachineSet"), NAMESPACE);
        assertThat(sets).hasSize(2);
        // No node ever becomes ready here, so the rollout stops after its surge.
        assertThat(machines()).hasSize(3);
        assertThat(sets)
                .extracting(set -> set.text("metadata", "annotations", "machinedeployment.clusters.x-k8s.io/revision"))
                .containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void a_virtual_machine_deleted_behind_its_machine_is_made_again() {
        machineDeployment(1);
        settle();
        JsonObject before = virtualMachines().get(0);
        objects.delete(
                type("kubevirt.io/v1", "VirtualMachine"),
                NAMESPACE,
                String.valueOf(before.text("metadata", "name")),
                Objects.Deletion.BACKGROUND);
        settle();
        JsonObject after = virtualMachines().get(0);
        assertThat(after.text("metadata", "name")).isEqualTo(before.text("metadata", "name"));
        assertThat(after.text("metadata", "uid")).isNotEqualTo(before.text("metadata", "uid"));
        assertThat(CapiConditions.isTrue(after, "Ready")).isTrue();
    }

    @Test
    void a_virtual_machine_whose_launcher_is_gone_starts_again() {
        machineDeployment(1);
        settle();
        JsonObject before = instances().get(0);
        JsonObject launcher = objects.list(type("v1", "Pod"), NAMESPACE).stream()
                .filter(pod -> "virt-launcher".equals(pod.text("metadata", "labels", "kubevirt.io")))
                .findFirst()
                .orElseThrow();
        objects.delete(
                type("v1", "Pod"),
                NAMESPACE,
                String.valueOf(launcher.text("metadata", "name")),
                Objects.Deletion.BACKGROUND);
        settle();
        assertThat(instances()).hasSize(1);
        assertThat(instances().get(0).text("metadata", "uid")).isNotEqualTo(before.text("metadata", "uid"));
        assertThat(machines().get(0).text("status", "phase")).isEqualTo("Provisioned");
    }

    @Test
    void deleting_the_cluster_takes_everything_with_it() {
        machineDeployment(2);
        settle();
        objects.delete(type(CAPI, "Cluster"), NAMESPACE, "demo", Objects.Deletion.BACKGROUND);
        settle();
        assertThat(objects.list(type(CAPI, "Cluster"), NAMESPACE)).isEmpty();
        assertThat(objects.list(type(CAPI, "MachineDeployment"), NAMESPACE)).isEmpty();
        assertThat(machines()).isEmpty();
        assertThat(virtualMachines()).isEmpty();
    }
}
