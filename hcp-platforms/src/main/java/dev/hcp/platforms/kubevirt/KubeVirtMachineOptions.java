package dev.hcp.platforms.kubevirt;

import dev.hcp.api.hypershift.kubevirt.KubevirtCachingStrategyType;
import dev.hcp.api.hypershift.kubevirt.KubevirtCompute;
import dev.hcp.api.hypershift.kubevirt.KubevirtHostDevice;
import dev.hcp.api.hypershift.kubevirt.KubevirtNetwork;
import dev.hcp.api.hypershift.kubevirt.KubevirtNodePoolPlatform;
import dev.hcp.api.hypershift.kubevirt.KubevirtPersistentVolume;
import dev.hcp.api.hypershift.kubevirt.KubevirtRootVolume;
import dev.hcp.api.hypershift.kubevirt.KubevirtRootVolumeType;
import dev.hcp.api.hypershift.kubevirt.MultiQueueSetting;
import dev.hcp.api.hypershift.kubevirt.PersistentVolumeAccessMode;
import dev.hcp.api.hypershift.kubevirt.PersistentVolumeMode;
import dev.hcp.api.hypershift.kubevirt.QosClass;
import dev.hcp.api.value.ResourceQuantity;
import dev.hcp.platforms.OptionProblem;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can be chosen of the virtual machines of a new node pool, and what they are like when nothing is. Mirrors {@code
 * spec.platform.kubevirt} of NodePool. Not thread-safe.
 */
public final class KubeVirtMachineOptions {
    private static final int SMALLEST_VOLUME = 16;

    private String memory = "4Gi";
    private int cores = 2;
    private String qosClass = "Burstable";
    private int rootVolumeSize = 32;
    private String rootVolumeStorageClass = "";
    private List<String> rootVolumeAccessModes = List.of();
    private String rootVolumeVolumeMode = "";
    private String rootVolumeCacheStrategy = "";
    private String networkMultiqueue = "Enable";
    private boolean attachDefaultNetwork = true;
    private final List<String> additionalNetworks = new ArrayList<>();
    private final Map<String, String> vmNodeSelector = new LinkedHashMap<>();
    private final Map<String, Integer> hostDevices = new LinkedHashMap<>();
    private String containerDisk = "";

    /** Memory of a node, as a Kubernetes quantity. {@code 4Gi} by default. */
    public void memory(String quantity) {
        this.memory = quantity;
    }

    /** Cores of a node, at least 1. 2 by default. */
    public void cores(int count) {
        this.cores = count;
    }

    /** {@code Burstable}, the default, or {@code Guaranteed}: whether a node has its memory and cores to itself. */
    public void qosClass(String name) {
        this.qosClass = name;
    }

    /** Size of the root volume in GiB, at least 16. 32 by default. */
    public void rootVolumeSize(int gibibytes) {
        this.rootVolumeSize = gibibytes;
    }

    /** Storage class of the root volume. The infrastructure cluster's default when not set. */
    public void rootVolumeStorageClass(String storageClass) {
        this.rootVolumeStorageClass = storageClass;
    }

    /** Access modes of the root volume, such as {@code ReadWriteMany}. Those of the storage profile when not set. */
    public void rootVolumeAccessModes(List<String> modes) {
        this.rootVolumeAccessModes = List.copyOf(modes);
    }

    /** {@code Block} or {@code Filesystem}. That of the storage profile when not set. */
    public void rootVolumeVolumeMode(String mode) {
        this.rootVolumeVolumeMode = mode;
    }

    /** {@code None} or {@code PVC}: whether the boot image is kept in a volume to clone from. */
    public void rootVolumeCacheStrategy(String strategy) {
        this.rootVolumeCacheStrategy = strategy;
    }

    /** {@code Enable}, the default, or {@code Disable}: whether a network interface has a queue per core. */
    public void networkMultiqueue(String setting) {
        this.networkMultiqueue = setting;
    }

    /** Whether nodes are attached to the pod network of the infrastructure cluster. True by default. */
    public void attachDefaultNetwork(boolean attach) {
        this.attachDefaultNetwork = attach;
    }

    /** One more network of the nodes: {@code namespace/name} of a NetworkAttachmentDefinition. */
    public void additionalNetwork(String network) {
        additionalNetworks.add(network);
    }

    /** Labels of the infrastructure cluster's nodes that virtual machines may run on. Any by default. */
    public void vmNodeSelector(Map<String, String> labels) {
        vmNodeSelector.putAll(labels);
    }

    /**
     * Devices of the infrastructure cluster's nodes that each virtual machine gets.
     *
     * @param count how many, 1 or more
     */
    public void hostDevice(String name, int count) {
        hostDevices.put(name, count);
    }

    /** Image of the disk to boot from, for tests of such images. The release's own when not set. */
    public void containerDisk(String image) {
        this.containerDisk = image;
    }

    /** What cannot even be written down as a node pool. */
    public List<OptionProblem> refusals() {
        List<OptionProblem> problems = new ArrayList<>();
        if (cores < 1) {
            problems.add(new OptionProblem("cores", "must be 1 or more, not " + cores));
        }
        if (!memory.isEmpty() && ResourceQuantity.problem(memory).isPresent()) {
            problems.add(new OptionProblem("memory", "'" + memory + "' is not a quantity such as 8Gi"));
        }
        if (rootVolumeSize < SMALLEST_VOLUME) {
            problems.add(new OptionProblem(
                    "rootVolumeSize", "must be " + SMALLEST_VOLUME + " GiB or more, not " + rootVolumeSize));
        }
        oneOf(problems, "rootVolumeVolumeMode", rootVolumeVolumeMode, Set.of("", "Block", "Filesystem"));
        oneOf(problems, "rootVolumeCacheStrategy", rootVolumeCacheStrategy, Set.of("", "None", "PVC"));
        oneOf(problems, "networkMultiqueue", networkMultiqueue, Set.of("", "Enable", "Disable"));
        oneOf(problems, "qosClass", qosClass, Set.of("", "Burstable", "Guaranteed"));
        if (!attachDefaultNetwork && additionalNetworks.isEmpty()) {
            problems.add(new OptionProblem(
                    "attachDefaultNetwork", "may be false only with an additionalNetwork: nodes need a network"));
        }
        additionalNetworks.stream()
                .filter(String::isBlank)
                .forEach(network -> problems.add(
                        new OptionProblem("additionalNetwork", "must be namespace/name, not '" + network + "'")));
        hostDevices.forEach((device, count) -> {
            if (count < 1) {
                problems.add(new OptionProblem("hostDeviceName", device + ": count must be 1 or more, not " + count));
            }
        });
        return problems;
    }

    /** What cannot work as a node pool: the {@link #refusals()} and more. */
    public List<OptionProblem> problems() {
        List<OptionProblem> problems = refusals();
        if (ResourceQuantity.problem(memory).isEmpty()
                && ResourceQuantity.parse(memory).amount().signum() <= 0) {
            problems.add(new OptionProblem("memory", "must be more than 0, not " + memory));
        }
        return problems;
    }

    private static void oneOf(List<OptionProblem> problems, String option, String value, Set<String> allowed) {
        if (!allowed.contains(value)) {
            List<String> choice =
                    allowed.stream().filter(word -> !word.isEmpty()).sorted().toList();
            problems.add(new OptionProblem(option, "must be " + String.join(" or ", choice) + ", not '" + value + "'"));
        }
    }

    /** The platform's part of a NodePool's specification, without what is left to the API's own defaults. */
    public KubevirtNodePoolPlatform platform() {
        KubevirtNodePoolPlatform.Builder platform = KubevirtNodePoolPlatform.builder();
        platform.attachDefaultNetwork(attachDefaultNetwork);
        if (networkMultiqueue.equals("Enable")) {
            platform.networkInterfaceMultiqueue(MultiQueueSetting.ENABLE);
        }
        platform.compute(compute()).rootVolume(rootVolume()).nodeSelector(vmNodeSelector);
        additionalNetworks.forEach(network -> platform.addAdditionalNetworks(
                KubevirtNetwork.builder().name(network).build()));
        hostDevices.forEach((device, count) -> platform.addHostDevices(
                KubevirtHostDevice.builder().deviceName(device).count(count).build()));
        return platform.build();
    }

    private KubevirtCompute compute() {
        KubevirtCompute.Builder compute = KubevirtCompute.builder();
        compute.cores(cores);
        if (!memory.isEmpty()) {
            compute.memory(new Quantity(ResourceQuantity.parse(memory).canonical()));
        }
        if (qosClass.equals("Guaranteed")) {
            compute.qosClass(QosClass.GUARANTEED);
        }
        return compute.build();
    }

    private KubevirtRootVolume rootVolume() {
        KubevirtPersistentVolume.Builder persistent = KubevirtPersistentVolume.builder();
        persistent.size(new Quantity(rootVolumeSize + "Gi"));
        if (!rootVolumeStorageClass.isEmpty()) {
            persistent.storageClass(rootVolumeStorageClass);
        }
        if (!rootVolumeVolumeMode.isEmpty()) {
            persistent.volumeMode(PersistentVolumeMode.of(rootVolumeVolumeMode));
        }
        rootVolumeAccessModes.forEach(mode -> persistent.addAccessModes(PersistentVolumeAccessMode.of(mode)));
        KubevirtRootVolume.Builder volume = KubevirtRootVolume.builder();
        volume.type(KubevirtRootVolumeType.PERSISTENT).persistent(persistent.build());
        if (!rootVolumeCacheStrategy.isEmpty()) {
            volume.cacheStrategy(strategy -> strategy.type(KubevirtCachingStrategyType.of(rootVolumeCacheStrategy)));
        }
        if (!containerDisk.isEmpty()) {
            volume.diskImage(image -> image.containerDiskImage(containerDisk));
        }
        return volume.build();
    }
}
