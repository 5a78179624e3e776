package dev.hcp.samples.cli;

import dev.hcp.client.KubeVirtMachines;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The flags of virtual machines, of new clusters and of new node pools. */
final class KubeVirtMachineFlags {
    @Option(names = "--memory", paramLabel = "QUANTITY", description = "Memory of a node. Default: 4Gi.")
    private String memory = "4Gi";

    @Option(names = "--cores", paramLabel = "N", description = "Cores of a node, 1 or more. Default: 2.")
    private int cores = 2;

    @Option(
            names = "--root-volume-storage-class",
            paramLabel = "CLASS",
            description = "Storage class of a node's root volume. Default: the infrastructure cluster's.")
    private String rootVolumeStorageClass = "";

    @Option(
            names = "--root-volume-size",
            paramLabel = "GIB",
            description = "Size of a node's root volume in GiB, 16 or more. Default: 32.")
    private int rootVolumeSize = 32;

    @Option(
            names = "--root-volume-access-modes",
            paramLabel = "MODE,...",
            split = ",",
            description = "Access modes of the root volume, such as ReadWriteMany.")
    private List<String> rootVolumeAccessModes = List.of();

    @Option(
            names = "--root-volume-volume-mode",
            paramLabel = "MODE",
            description = "Volume mode of the root volume: Block or Filesystem.")
    private String rootVolumeVolumeMode = "";

    @Option(
            names = "--root-volume-cache-strategy",
            paramLabel = "STRATEGY",
            description = "Whether the boot image is kept in a volume to clone from: None or PVC.")
    private String rootVolumeCacheStrategy = "";

    @Option(
            names = "--network-multiqueue",
            paramLabel = "SETTING",
            description = "Whether a network interface has a queue per core: Enable or Disable. Default: Enable.")
    private String networkMultiqueue = "Enable";

    @Option(
            names = "--qos-class",
            paramLabel = "CLASS",
            description = "Burstable, or Guaranteed for memory and cores of its own. Default: Burstable.")
    private String qosClass = "Burstable";

    @Option(
            names = "--additional-network",
            paramLabel = "name:NAMESPACE/NAME",
            description = "Another network of the nodes; may be repeated.")
    private List<String> additionalNetworks = List.of();

    @Option(
            names = "--attach-default-network",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Whether nodes are in the infrastructure cluster's pod network. Default: true.")
    private boolean attachDefaultNetwork = true;

    @Option(
            names = "--vm-node-selector",
            paramLabel = "KEY=VALUE",
            split = ",",
            description = "Labels of nodes that virtual machines may run on.")
    private Map<String, String> vmNodeSelector = Map.of();

    @Option(
            names = "--host-device-name",
            paramLabel = "DEVICE,count:N",
            description = "Devices of its host that each virtual machine gets; may be repeated.")
    private List<String> hostDevices = List.of();

    @Option(names = "--containerdisk", paramLabel = "IMAGE", description = "For developers: disk image to boot from.")
    private String containerDisk = "";

    /** Sets what the flags say. */
    void applyTo(KubeVirtMachines<?> machines, Streams streams) {
        machines.memory(memory);
        machines.cores(cores);
        machines.rootVolumeStorageClass(rootVolumeStorageClass);
        machines.rootVolumeSize(rootVolumeSize);
        machines.rootVolumeAccessModes(rootVolumeAccessModes);
        machines.rootVolumeVolumeMode(rootVolumeVolumeMode);
        machines.rootVolumeCacheStrategy(rootVolumeCacheStrategy);
        machines.networkMultiqueue(networkMultiqueue);
        machines.qosClass(qosClass);
        machines.attachDefaultNetwork(attachDefaultNetwork);
        machines.vmNodeSelector(vmNodeSelector);
        machines.containerDisk(containerDisk);
        additionalNetworks.forEach(network -> machines.additionalNetwork(OptionTexts.network(network)));
        for (String text : hostDevices) {
            Optional<OptionTexts.Devices> devices = OptionTexts.devices(text);
            if (devices.isPresent()) {
                machines.hostDevice(devices.get().name(), devices.get().count());
            } else {
                streams.err()
                        .println("hcp: --host-device-name " + text + " has no effect: it needs a count, such as " + text
                                + ",count:1");
            }
        }
    }
}
