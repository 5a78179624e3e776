package dev.hcp.platforms.kubevirt;

import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.hypershift.kubevirt.KubevirtCompute;
import dev.hcp.api.hypershift.kubevirt.KubevirtHostDevice;
import dev.hcp.api.hypershift.kubevirt.KubevirtNodePoolPlatform;
import dev.hcp.api.hypershift.kubevirt.KubevirtRootVolume;
import dev.hcp.api.hypershift.kubevirt.MultiQueueSetting;
import dev.hcp.api.hypershift.kubevirt.QosClass;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.Labels;
import dev.hcp.api.names.MachineAnnotations;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Builds the {@code virtualMachineTemplate} of a pool's machines: metadata and spec of a VirtualMachine. */
final class VirtualMachineTemplate {
    private static final String ROOT_DISK = "rhcos";
    private static final JsonObject BRIDGE = JsonObject.of("bridge", JsonObject.EMPTY);
    private static final JsonObject ANNOTATIONS = JsonObject.of(
            MachineAnnotations.ALLOW_POD_BRIDGE_NETWORK_LIVE_MIGRATION,
            "",
            MachineAnnotations.SAFE_TO_EVICT_LOCAL_VOLUMES,
            "private,public,sockets,virt-bin-share-dir,libvirt-runtime,ephemeral-disks,container-disks,"
                    + "hotplug-disks");

    private final NodePool pool;
    private final String poolName;
    private final KubevirtNodePoolPlatform settings;

    VirtualMachineTemplate(NodePool pool, KubevirtNodePoolPlatform settings) {
        this.pool = pool;
        this.poolName = pool.getMetadata().getName();
        this.settings = settings;
    }

    /**
     * The template.
     *
     * @param infraId infrastructure id of the cluster
     * @param namespace namespace of the machines where it is not the control plane's; empty otherwise
     * @param diskSource {@code source} of the root disk's DataVolume
     */
    JsonObject build(String infraId, String namespace, JsonObject diskSource) {
        JsonObject labels = JsonObject.of(Labels.NODEPOOL_NAME, poolName, Labels.INFRA_ID, infraId);
        JsonObject.Builder metadata =
                JsonObject.builder(3).put("creationTimestamp", null).put("labels", labels);
        if (!namespace.isEmpty()) {
            metadata.put("namespace", namespace);
        }
        JsonObject instance = JsonObject.of(
                "metadata",
                JsonObject.of("creationTimestamp", null, "labels", labels, "annotations", ANNOTATIONS),
                "spec",
                instanceSpec());
        JsonObject spec = JsonObject.of(
                "runStrategy", "Always", "template", instance, "dataVolumeTemplates", List.of(rootDisk(diskSource)));
        return JsonObject.of("metadata", metadata.build(), "spec", spec);
    }

    private JsonObject instanceSpec() {
        List<JsonObject> interfaces = new ArrayList<>();
        List<JsonObject> networks = new ArrayList<>();
        addNetworks(interfaces, networks);
        JsonObject.Builder devices = JsonObject.builder(4)
                .put("disks", List.of(JsonObject.of("name", ROOT_DISK, "disk", JsonObject.of("bus", "virtio"))))
                .put("interfaces", interfaces);
        if (MultiQueueSetting.ENABLE.equals(settings.getNetworkInterfaceMultiqueue())) {
            devices.put("networkInterfaceMultiqueue", true);
        }
        List<JsonObject> hostDevices = hostDevices();
        if (!hostDevices.isEmpty()) {
            devices.put("hostDevices", hostDevices);
        }
        JsonObject.Builder spec = JsonObject.builder(6)
                .put("domain", domain(devices.build()))
                .put("networks", networks)
                .put(
                        "volumes",
                        List.of(JsonObject.of("name", ROOT_DISK, "dataVolume", JsonObject.of("name", ROOT_DISK))));
        if (!settings.getNodeSelector().isEmpty()) {
            spec.put("nodeSelector", settings.getNodeSelector());
        }
        return withSpreading(spec).build();
    }

    private void addNetworks(List<JsonObject> interfaces, List<JsonObject> networks) {
        if (!Boolean.FALSE.equals(settings.getAttachDefaultNetwork())) {
            interfaces.add(BRIDGE.with("name", "default"));
            networks.add(JsonObject.of("name", "default", "pod", JsonObject.EMPTY));
        }
        for (int i = 0; i < settings.getAdditionalNetworks().size(); i++) {
            String attachment = settings.getAdditionalNetworks().get(i).getName();
            String network = attachment == null ? "" : attachment;
            String name = "iface" + (i + 1) + "_" + network.replace('/', '-');
            interfaces.add(BRIDGE.with("name", name));
            networks.add(JsonObject.of("name", name, "multus", JsonObject.of("networkName", network)));
        }
    }

    private JsonObject domain(JsonObject devices) {
        KubevirtCompute compute = settings.getCompute();
        Quantity memory = compute == null ? null : compute.getMemory();
        Integer cores = compute == null ? null : compute.getCores();
        JsonObject.Builder domain = JsonObject.builder(4).put("devices", devices);
        if (compute != null && QosClass.GUARANTEED.equals(compute.getQosClass())) {
            JsonObject.Builder amounts = JsonObject.builder(2);
            if (memory != null) {
                amounts.put("memory", PoolSettings.text(memory));
            }
            if (cores != null) {
                amounts.put("cpu", cores.toString());
            }
            JsonObject both = amounts.build();
            return domain.put("resources", JsonObject.of("requests", both, "limits", both))
                    .build();
        }
        domain.put("resources", JsonObject.EMPTY);
        if (memory != null) {
            domain.put("memory", JsonObject.of("guest", PoolSettings.text(memory)));
        }
        if (cores != null) {
            domain.put("cpu", JsonObject.of("cores", cores));
        }
        return domain.build();
    }

    private List<JsonObject> hostDevices() {
        List<JsonObject> devices = new ArrayList<>();
        for (KubevirtHostDevice device : settings.getHostDevices()) {
            int count = device.getCount() == null ? 1 : device.getCount();
            for (int i = 0; i < count; i++) {
                devices.add(JsonObject.of(
                        "name", "hostdevice-" + (devices.size() + 1), "deviceName", device.getDeviceName()));
            }
        }
        return devices;
    }

    /** Machines of a pool keep apart: by spread constraints, or as older pools did, by anti-affinity. */
    private JsonObject.Builder withSpreading(JsonObject.Builder spec) {
        Map<String, String> annotations = pool.getMetadata().getAnnotations();
        String host = Labels.HOST_NAME;
        if (annotations != null
                && annotations.containsKey(Annotations.NODEPOOL_SUPPORTS_KUBEVIRT_TOPOLOGY_SPREAD_CONSTRAINTS)) {
            return spec.put(
                    "topologySpreadConstraints",
                    List.of(JsonObject.of(
                            "maxSkew",
                            1,
                            "topologyKey",
                            host,
                            "whenUnsatisfiable",
                            "ScheduleAnyway",
                            "labelSelector",
                            JsonObject.of("matchLabels", JsonObject.of(Labels.NODEPOOL_NAME, poolName)))));
        }
        JsonObject samePool = JsonObject.of("key", Labels.NODEPOOL_NAME, "operator", "In", "values", List.of(poolName));
        JsonObject term = JsonObject.of(
                "labelSelector", JsonObject.of("matchExpressions", List.of(samePool)), "topologyKey", host);
        return spec.put(
                "affinity",
                JsonObject.of(
                        "podAntiAffinity",
                        JsonObject.of(
                                "preferredDuringSchedulingIgnoredDuringExecution",
                                List.of(JsonObject.of("weight", 100, "podAffinityTerm", term)))));
    }

    private JsonObject rootDisk(JsonObject source) {
        KubevirtRootVolume volume = settings.getRootVolume();
        return JsonObject.of(
                "metadata",
                JsonObject.of(
                        "name",
                        ROOT_DISK,
                        "creationTimestamp",
                        null,
                        "labels",
                        JsonObject.of(Labels.IS_KUBEVIRT_RHCOS, "true")),
                "spec",
                JsonObject.of(
                        "source",
                        source,
                        "storage",
                        volume == null
                                ? JsonObject.of("resources", JsonObject.EMPTY)
                                : PoolSettings.storage(volume, true)));
    }
}
