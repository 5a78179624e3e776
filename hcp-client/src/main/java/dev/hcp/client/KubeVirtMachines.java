package dev.hcp.client;

import dev.hcp.platforms.kubevirt.KubeVirtMachineOptions;
import java.util.List;
import java.util.Map;

/**
 * The options of the virtual machines of a node pool on KubeVirt, wherever one is created.
 *
 * @param <B> the builder that has them
 */
public interface KubeVirtMachines<B> {
    /** The options; change them through the methods of the builder. */
    KubeVirtMachineOptions machines();

    /** The builder. */
    B builder();

    /** Memory of a node, {@code --memory}, as a Kubernetes quantity. {@code 4Gi} by default. */
    default B memory(String quantity) {
        machines().memory(quantity);
        return builder();
    }

    /** Cores of a node, {@code --cores}, at least 1. 2 by default. */
    default B cores(int count) {
        machines().cores(count);
        return builder();
    }

    /** Whether a node has its memory and cores to itself, {@code --qos-class}: Burstable, the default, or Guaranteed. */
    default B qosClass(String name) {
        machines().qosClass(name);
        return builder();
    }

    /** Size of a node's root volume in GiB, {@code --root-volume-size}, at least 16. 32 by default. */
    default B rootVolumeSize(int gibibytes) {
        machines().rootVolumeSize(gibibytes);
        return builder();
    }

    /** Storage class of the root volume, {@code --root-volume-storage-class}. The infrastructure's default when not set. */
    default B rootVolumeStorageClass(String storageClass) {
        machines().rootVolumeStorageClass(storageClass);
        return builder();
    }

    /** Access modes of the root volume, {@code --root-volume-access-modes}. Those of the storage profile when not set. */
    default B rootVolumeAccessModes(List<String> modes) {
        machines().rootVolumeAccessModes(modes);
        return builder();
    }

    /** {@code Block} or {@code Filesystem}, {@code --root-volume-volume-mode}. That of the storage profile when not set. */
    default B rootVolumeVolumeMode(String mode) {
        machines().rootVolumeVolumeMode(mode);
        return builder();
    }

    /** Whether the boot image is kept to clone from, {@code --root-volume-cache-strategy}: {@code None} or {@code PVC}. */
    default B rootVolumeCacheStrategy(String strategy) {
        machines().rootVolumeCacheStrategy(strategy);
        return builder();
    }

    /** Whether a network interface has a queue per core, {@code --network-multiqueue}: Enable, the default, or Disable. */
    default B networkMultiqueue(String setting) {
        machines().networkMultiqueue(setting);
        return builder();
    }

    /** Whether nodes are in the infrastructure's pod network, {@code --attach-default-network}. True by default. */
    default B attachDefaultNetwork(boolean attach) {
        machines().attachDefaultNetwork(attach);
        return builder();
    }

    /** One more network of the nodes, {@code --additional-network}: namespace/name of a NetworkAttachmentDefinition. */
    default B additionalNetwork(String network) {
        machines().additionalNetwork(network);
        return builder();
    }

    /** Labels of nodes that virtual machines may run on, {@code --vm-node-selector}. Any by default. */
    default B vmNodeSelector(Map<String, String> labels) {
        machines().vmNodeSelector(labels);
        return builder();
    }

    /** Devices of nodes that each virtual machine gets, {@code --host-device-name}; the count is 1 or more. */
    default B hostDevice(String name, int count) {
        machines().hostDevice(name, count);
        return builder();
    }

    /** Image of the disk to boot from, {@code --containerdisk}, for tests of such images. */
    default B containerDisk(String image) {
        machines().containerDisk(image);
        return builder();
    }
}
