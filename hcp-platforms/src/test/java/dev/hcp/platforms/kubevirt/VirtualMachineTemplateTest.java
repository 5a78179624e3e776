package dev.hcp.platforms.kubevirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Hashes;
import dev.hcp.platforms.MachineTemplate;
import dev.hcp.platforms.NodePoolContext;
import dev.hcp.platforms.NodePoolPreparation;
import dev.hcp.platforms.ReleaseMetadata;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VirtualMachineTemplateTest {
    private static final String DEFAULTS =
            "{\"attachDefaultNetwork\":true,\"compute\":{\"cores\":2,\"memory\":\"8Gi\"},"
                    + "\"networkInterfaceMultiqueue\":\"Enable\",\"rootVolume\":{\"persistent\":{\"size\":\"32Gi\"},"
                    + "\"type\":\"Persistent\"}}";
    private static final JsonObject SPREAD =
            JsonObject.of("hypershift.openshift.io/nodepool-supports-kubevirt-topology-spread-constraints", "true");

    private final KubeVirtPlatform platform = new KubeVirtPlatform();

    private static NodePoolContext context(String settings, JsonObject annotations) {
        return context(settings, annotations, JsonObject.EMPTY, JsonObject.EMPTY);
    }

    private static NodePoolContext context(
            String settings, JsonObject annotations, JsonObject ofCluster, JsonObject clusterAnnotations) {
        NodePool pool = Json.toType(
                JsonObject.of(
                        "metadata",
                        JsonObject.of("name", "workers", "namespace", "clusters", "annotations", annotations),
                        "spec",
                        JsonObject.of(
                                "clusterName",
                                "demo",
                                "platform",
                                JsonObject.of("type", "KubeVirt", "kubevirt", Json.parseObject(settings)))),
                NodePool.class);
        HostedCluster cluster = Json.toType(
                JsonObject.of(
                        "metadata",
                        JsonObject.of("name", "demo", "namespace", "clusters", "annotations", clusterAnnotations),
                        "spec",
                        JsonObject.of(
                                "infraID",
                                "demo-x7k2p",
                                "platform",
                                JsonObject.of("type", "KubeVirt", "kubevirt", ofCluster))),
                HostedCluster.class);
        ReleaseMetadata release = new ReleaseMetadata(
                "quay.io/release:4.17.3",
                "4.17.3",
                "AMD64",
                Map.of(),
                Optional.of("quay.io/disk@sha256:" + "ab".repeat(32)),
                Map.of(),
                Map.of(),
                JsonObject.EMPTY);
        return new NodePoolContext(pool, cluster, "clusters-demo", release, null);
    }

    private MachineTemplate template(String settings, JsonObject annotations) {
        return template(context(settings, annotations));
    }

    private MachineTemplate template(NodePoolContext context) {
        NodePoolPreparation preparation = platform.prepare(context);
        assertThat(preparation.failure()).isEmpty();
        return platform.machineTemplate(context, preparation).orElseThrow();
    }

    private static JsonObject machine(MachineTemplate template) {
        return template.spec().object("template", "spec", "virtualMachineTemplate", "spec");
    }

    @Test
    void a_pool_with_defaults_boots_the_disk_of_the_release() {
        JsonObject machine = machine(template(DEFAULTS, SPREAD));
        JsonObject disk = machine.array("dataVolumeTemplates").object(0);
        assertThat(disk.text("spec", "source", "registry", "url"))
                .isEqualTo("docker://quay.io/disk@sha256:" + "ab".repeat(32));
        assertThat(disk.text("spec", "storage", "resources", "requests", "storage"))
                .isEqualTo("32Gi");
        JsonObject domain = machine.object("template", "spec", "domain");
        assertThat(domain.text("memory", "guest")).isEqualTo("8Gi");
        assertThat(domain.integer(0, "cpu", "cores")).isEqualTo(2);
        assertThat(domain.isTrue("devices", "networkInterfaceMultiqueue")).isTrue();
    }

    /** The name of the template is made from this text, so every character counts. */
    @Test
    void the_text_has_the_fields_in_the_order_of_the_reference() {
        String text = template(DEFAULTS, SPREAD).canonicalText();
        assertThat(text)
                .startsWith(
                        "{\"template\":{\"spec\":{\"virtualMachineTemplate\":{\"metadata\":{\"creationTimestamp\":null,"
                                + "\"labels\":{\"hypershift.openshift.io/infra-id\":\"demo-x7k2p\","
                                + "\"hypershift.openshift.io/nodepool-name\":\"workers\"}},"
                                + "\"spec\":{\"runStrategy\":\"Always\",\"template\":{\"metadata\":{\"creationTimestamp\":null,")
                .contains("\"domain\":{\"resources\":{},\"cpu\":{\"cores\":2},\"memory\":{\"guest\":\"8Gi\"},"
                        + "\"devices\":{\"disks\":[{\"name\":\"rhcos\",\"disk\":{\"bus\":\"virtio\"}}],"
                        + "\"interfaces\":[{\"name\":\"default\",\"bridge\":{}}],\"networkInterfaceMultiqueue\":true}},"
                        + "\"topologySpreadConstraints\":[{\"maxSkew\":1,\"topologyKey\":\"kubernetes.io/hostname\","
                        + "\"whenUnsatisfiable\":\"ScheduleAnyway\",\"labelSelector\":")
                .endsWith("\"virtualMachineBootstrapCheck\":{\"checkStrategy\":\"none\"}}}}");
        assertThat(Hashes.simple(text.getBytes(StandardCharsets.UTF_8))).matches("[0-9a-f]{8}");
    }

    @Test
    void memory_is_written_in_its_canonical_form() {
        String settings = DEFAULTS.replace("\"8Gi\"", "\"16384Mi\"");
        assertThat(machine(template(settings, SPREAD)).text("template", "spec", "domain", "memory", "guest"))
                .isEqualTo("16Gi");
    }

    @Test
    void guaranteed_quality_of_service_becomes_requests_and_limits() {
        String settings = DEFAULTS.replace("\"cores\":2", "\"cores\":4,\"qosClass\":\"Guaranteed\"");
        JsonObject domain = machine(template(settings, SPREAD)).object("template", "spec", "domain");
        assertThat(domain.object("resources", "limits")).isEqualTo(JsonObject.of("cpu", "4", "memory", "8Gi"));
        assertThat(domain).doesNotContainKeys("cpu", "memory");
    }

    @Test
    void older_pools_keep_machines_apart_by_anti_affinity() {
        JsonObject instance = machine(template(DEFAULTS, JsonObject.EMPTY)).object("template", "spec");
        assertThat(instance).containsKey("affinity").doesNotContainKey("topologySpreadConstraints");
    }

    @Test
    void additional_networks_are_numbered_from_one() {
        String settings = DEFAULTS.replace(
                "\"attachDefaultNetwork\":true",
                "\"attachDefaultNetwork\":false,\"additionalNetworks\":[{\"name\":\"ns/one\"},{\"name\":\"ns/two\"}]");
        JsonObject instance = machine(template(settings, SPREAD)).object("template", "spec");
        assertThat(instance.array("networks").toString())
                .isEqualTo("[{\"multus\":{\"networkName\":\"ns/one\"},\"name\":\"iface1_ns-one\"},"
                        + "{\"multus\":{\"networkName\":\"ns/two\"},\"name\":\"iface2_ns-two\"}]");
    }

    @Test
    void a_json_patch_of_the_pool_changes_the_machine() {
        JsonObject annotations = SPREAD.with(
                "hypershift.openshift.io/kubevirt-vm-jsonpatch",
                "[{\"op\":\"add\",\"path\":\"/spec/template/spec/evictionStrategy\",\"value\":\"External\"}]");
        assertThat(machine(template(DEFAULTS, annotations)).text("template", "spec", "evictionStrategy"))
                .isEqualTo("External");
    }

    @Test
    void a_pool_without_networks_is_refused() {
        String settings = DEFAULTS.replace("\"attachDefaultNetwork\":true", "\"attachDefaultNetwork\":false");
        assertThat(platform.prepare(context(settings, SPREAD)).failure())
                .contains("validation of NodePool KubeVirt platform failed: default network cannot be disabled when no"
                        + " additional networks are configured");
    }

    private static JsonObject parse(String json) {
        return Json.parseObject(json.replace('\'', '"'));
    }

    @Test
    void machine_and_instance_carry_the_names_of_pool_and_infrastructure() {
        JsonObject labels = parse("{'hypershift.openshift.io/infra-id':'demo-x7k2p',"
                + "'hypershift.openshift.io/nodepool-name':'workers'}");
        JsonObject virtualMachine =
                template(DEFAULTS, SPREAD).spec().object("template", "spec", "virtualMachineTemplate");
        assertThat(virtualMachine.object("metadata"))
                .isEqualTo(JsonObject.of("creationTimestamp", null, "labels", labels));
        assertThat(virtualMachine.object("spec", "template", "metadata"))
                .isEqualTo(
                        JsonObject.of(
                                "creationTimestamp",
                                null,
                                "labels",
                                labels,
                                "annotations",
                                parse(
                                        "{'kubevirt.io/allow-pod-bridge-network-live-migration':'',"
                                                + "'cluster-autoscaler.kubernetes.io/safe-to-evict-local-volumes':'private,public,sockets,"
                                                + "virt-bin-share-dir,libvirt-runtime,ephemeral-disks,container-disks,hotplug-disks'}")));
    }

    @Test
    void machines_in_another_cluster_say_in_which_namespace() {
        JsonObject elsewhere = parse("{'credentials':{'infraNamespace':'vms'}}");
        MachineTemplate template = template(context(DEFAULTS, SPREAD, elsewhere, JsonObject.EMPTY));
        assertThat(template.spec().text("template", "spec", "virtualMachineTemplate", "metadata", "namespace"))
                .isEqualTo("vms");
    }

    @Test
    void devices_of_the_host_are_counted_through_and_nodes_can_be_chosen() {
        String settings = DEFAULTS.replace(
                        "\"attachDefaultNetwork\"",
                        "\"hostDevices\":[{\"deviceName\":\"gpu\",\"count\":2},{\"deviceName\":\"nic\"}],"
                                + "\"nodeSelector\":{\"disk\":\"fast\"},\"attachDefaultNetwork\"")
                .replace("\"Enable\"", "\"Disable\"");
        JsonObject instance = machine(template(settings, SPREAD)).object("template", "spec");
        assertThat(instance.array("domain", "devices", "hostDevices"))
                .containsExactly(
                        parse("{'deviceName':'gpu','name':'hostdevice-1'}"),
                        parse("{'deviceName':'gpu','name':'hostdevice-2'}"),
                        parse("{'deviceName':'nic','name':'hostdevice-3'}"));
        assertThat(instance.object("nodeSelector")).isEqualTo(parse("{'disk':'fast'}"));
        assertThat(instance.object("domain", "devices")).doesNotContainKey("networkInterfaceMultiqueue");
    }

    @Test
    void the_root_volume_decides_about_the_disk() {
        String settings = DEFAULTS.replace(
                "\"size\":\"32Gi\"",
                "\"size\":\"64Gi\",\"storageClass\":\"fast\",\"accessModes\":[\"ReadWriteMany\"],"
                        + "\"volumeMode\":\"Block\"");
        JsonObject disk =
                machine(template(settings, SPREAD)).array("dataVolumeTemplates").object(0);
        assertThat(disk.object("metadata"))
                .isEqualTo(JsonObject.of(
                        "creationTimestamp",
                        null,
                        "labels",
                        parse("{'hypershift.openshift.io/is-kubevirt-rhcos':'true'}"),
                        "name",
                        "rhcos"));
        assertThat(disk.object("spec", "storage"))
                .isEqualTo(parse("{'accessModes':['ReadWriteMany'],'resources':{'requests':{'storage':'64Gi'}},"
                        + "'storageClassName':'fast','volumeMode':'Block'}"));
    }

    @Test
    void the_patch_of_the_pool_has_the_last_word() {
        JsonObject ofCluster = JsonObject.of(
                "hypershift.openshift.io/kubevirt-vm-jsonpatch",
                "[{\"op\":\"add\",\"path\":\"/spec/template/spec/evictionStrategy\",\"value\":\"External\"},"
                        + "{\"op\":\"add\",\"path\":\"/spec/template/spec/hostname\",\"value\":\"h\"}]");
        JsonObject ofPool = SPREAD.with(
                "hypershift.openshift.io/kubevirt-vm-jsonpatch",
                "[{\"op\":\"replace\",\"path\":\"/spec/template/spec/evictionStrategy\",\"value\":\"None\"}]");
        JsonObject instance = machine(template(context(DEFAULTS, ofPool, JsonObject.EMPTY, ofCluster)))
                .object("template", "spec");
        assertThat(instance.text("evictionStrategy")).isEqualTo("None");
        assertThat(instance.text("hostname")).isEqualTo("h");
    }

    @Test
    void a_disk_for_openstack_is_downloaded() {
        NodePoolContext context = context(
                DEFAULTS, SPREAD.with("hypershift.openshift.io/allow-unsupported-kubevirt-rhcos-variants", "true"));
        ReleaseMetadata release = new ReleaseMetadata(
                "image",
                "4.17.3",
                "AMD64",
                Map.of(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                parse("{'openStackDisk':{'location':'https://example.com/rhcos.qcow2.gz','sha256':'cd'}}"));
        NodePoolContext withoutDisk = new NodePoolContext(
                context.pool(), context.cluster(), context.controlPlaneNamespace(), release, context.world());
        JsonObject disk =
                machine(template(withoutDisk)).array("dataVolumeTemplates").object(0);
        assertThat(disk.object("spec", "source"))
                .isEqualTo(parse("{'http':{'url':'https://example.com/rhcos.qcow2.gz'}}"));
    }
}
