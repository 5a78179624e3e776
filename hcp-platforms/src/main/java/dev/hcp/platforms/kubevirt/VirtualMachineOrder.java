package dev.hcp.platforms.kubevirt;

import dev.hcp.api.json.GoJson;

/** The order in which Go declares the fields of a KubevirtMachineTemplate's spec, which the template's name depends on. */
final class VirtualMachineOrder {
    private static final String METADATA =
            "metadata(name generateName namespace selfLink uid resourceVersion generation"
                    + " creationTimestamp deletionTimestamp deletionGracePeriodSeconds labels annotations ownerReferences"
                    + " finalizers managedFields)";
    private static final String SELECTOR = "(matchLabels matchExpressions(key operator values))";
    private static final String POD_TERM =
            "(labelSelector" + SELECTOR + " namespaces topologyKey namespaceSelector" + SELECTOR + ")";
    private static final String POD_AFFINITY = "(requiredDuringSchedulingIgnoredDuringExecution" + POD_TERM
            + " preferredDuringSchedulingIgnoredDuringExecution(weight podAffinityTerm" + POD_TERM + "))";
    private static final String NODE_TERM = "(matchExpressions(key operator values) matchFields(key operator values))";
    private static final String NODE_AFFINITY = "(requiredDuringSchedulingIgnoredDuringExecution(nodeSelectorTerms"
            + NODE_TERM + ") preferredDuringSchedulingIgnoredDuringExecution(weight preference" + NODE_TERM + "))";
    private static final String DEVICES = "devices(useVirtioTransitional disableHotplug disks(name disk(bus readonly"
            + " pciAddress) lun(bus readonly reservation) cdrom(bus readonly tray) bootOrder serial dedicatedIOThread"
            + " cache io tag blockSize shareable errorPolicy) watchdog interfaces(name model bridge slirp masquerade sriov"
            + " macvtap passt binding(name) ports(name protocol port) macAddress bootOrder pciAddress dhcpOptions tag"
            + " acpiIndex state) inputs(bus type name) autoattachPodInterface autoattachGraphicsDevice"
            + " autoattachSerialConsole logSerialConsole autoattachMemBalloon autoattachInputDevice autoattachVSOCK rng"
            + " blockMultiQueue networkInterfaceMultiqueue gpus(name deviceName virtualGPUOptions tag) downwardMetrics"
            + " filesystems(name virtiofs) hostDevices(name deviceName tag) clientPassthrough sound(name model)"
            + " tpm(persistent))";
    private static final String DOMAIN = "domain(resources(requests limits overcommitGuestOverhead) cpu(cores sockets"
            + " maxSockets threads model features(name policy) dedicatedCpuPlacement numa(guestMappingPassthrough)"
            + " isolateEmulatorThread realtime(mask)) memory(hugepages(pageSize) guest maxGuest) machine(type)"
            + " firmware(uuid bootloader(bios(useSerial) efi(secureBoot persistent)) serial kernelBoot) clock(utc timezone"
            + " timer) features(acpi apic hyperv smm kvm pvspinlock hypervPassthrough) " + DEVICES
            + " ioThreadsPolicy chassis launchSecurity)";
    private static final String VOLUMES = "volumes(name hostDisk persistentVolumeClaim(claimName readOnly hotpluggable)"
            + " cloudInitNoCloud cloudInitConfigDrive sysprep containerDisk(image imagePullSecret path imagePullPolicy)"
            + " ephemeral emptyDisk(capacity) dataVolume(name hotpluggable) configMap(name optional volumeLabel)"
            + " secret(secretName optional volumeLabel) downwardAPI serviceAccount(serviceAccountName) downwardMetrics"
            + " memoryDump)";
    private static final String INSTANCE = "spec(priorityClassName " + DOMAIN + " nodeSelector affinity(nodeAffinity"
            + NODE_AFFINITY + " podAffinity" + POD_AFFINITY + " podAntiAffinity" + POD_AFFINITY
            + ") schedulerName tolerations(key operator value effect tolerationSeconds) topologySpreadConstraints(maxSkew"
            + " topologyKey whenUnsatisfiable labelSelector" + SELECTOR
            + " minDomains nodeAffinityPolicy nodeTaintsPolicy matchLabelKeys) evictionStrategy startStrategy"
            + " terminationGracePeriodSeconds " + VOLUMES + " livenessProbe readinessProbe hostname subdomain"
            + " networks(name pod(vmNetworkCIDR vmIPv6NetworkCIDR) multus(networkName default)) dnsPolicy"
            + " dnsConfig(nameservers searches options(name value)) accessCredentials architecture)";
    private static final String DATA_VOLUMES = "dataVolumeTemplates(kind apiVersion " + METADATA
            + " spec(source(http(url secretRef certConfigMap extraHeaders secretExtraHeaders) s3 gcs registry(url"
            + " imageStream pullMethod secretRef certConfigMap) pvc(namespace name) upload blank imageio vddk snapshot"
            + "(namespace name)) sourceRef(kind namespace name) pvc storage(accessModes selector" + SELECTOR
            + " resources(limits requests claims) volumeName storageClassName volumeMode dataSource dataSourceRef)"
            + " priorityClassName contentType checkpoints finalCheckpoint preallocation))";
    private static final String VIRTUAL_MACHINE =
            METADATA + " spec(running runStrategy instancetype preference template(" + METADATA + " " + INSTANCE + ") "
                    + DATA_VOLUMES + " updateVolumesStrategy)";

    /** The spec of a KubevirtMachineTemplate. */
    static final GoJson TEMPLATE = GoJson.ofStruct("template(spec(virtualMachineTemplate(" + VIRTUAL_MACHINE
            + ") providerID virtualMachineBootstrapCheck(checkStrategy) infraClusterSecretRef))");

    private VirtualMachineOrder() {}
}
