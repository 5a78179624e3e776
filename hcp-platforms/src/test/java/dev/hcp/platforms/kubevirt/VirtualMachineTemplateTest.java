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
                        "metadata", JsonObject.of("name", "demo", "namespace", "clusters"),
                        "spec", JsonObject.of("infraID", "demo-x7k2p")),
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
        NodePoolContext context = context(settings, annotations);
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
}
