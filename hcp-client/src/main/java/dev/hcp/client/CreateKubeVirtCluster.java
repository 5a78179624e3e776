package dev.hcp.client;

import dev.hcp.api.hypershift.HostedClusterSpec;
import dev.hcp.api.hypershift.NodePoolPlatform;
import dev.hcp.api.hypershift.PlatformType;
import dev.hcp.platforms.OptionProblem;
import dev.hcp.platforms.kubevirt.KubeVirtClusterOptions;
import dev.hcp.platforms.kubevirt.KubeVirtMachineOptions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A hosted cluster on KubeVirt to be created, with the defaults of {@code hcp create cluster kubevirt} (documentation,
 * "Creating a hosted cluster with the KubeVirt platform"). Without a base domain its applications live under the management
 * cluster's ingress. Not thread-safe.
 */
public final class CreateKubeVirtCluster extends CreateCluster<CreateKubeVirtCluster>
        implements KubeVirtMachines<CreateKubeVirtCluster> {
    private static final String CREDENTIALS = "infra-credentials";

    private final KubeVirtClusterOptions options = new KubeVirtClusterOptions();
    private final KubeVirtMachineOptions machines = new KubeVirtMachineOptions();

    CreateKubeVirtCluster(HcpClient client, String namespace, String name) {
        super(client, namespace, name);
    }

    /** Content of a kubeconfig of another cluster for the virtual machines, {@code --infra-kubeconfig-file}. */
    public CreateKubeVirtCluster infraKubeconfig(String kubeconfig) {
        options.infraKubeconfig(kubeconfig);
        return this;
    }

    /** Namespace of the virtual machines in that other cluster, {@code --infra-namespace}. */
    public CreateKubeVirtCluster infraNamespace(String namespace) {
        options.infraNamespace(namespace);
        return this;
    }

    /** Offers a storage class of the infrastructure under another name, {@code --infra-storage-class-mapping}. */
    public CreateKubeVirtCluster infraStorageClassMapping(String infra, String guest) {
        return infraStorageClassMapping(infra, guest, "");
    }

    /** The same, in a group: snapshots are offered of storage classes and snapshot classes of one group. */
    public CreateKubeVirtCluster infraStorageClassMapping(String infra, String guest, String group) {
        options.infraStorageClassMapping(infra, guest, group);
        return this;
    }

    /** Offers a snapshot class of the infrastructure, {@code --infra-volumesnapshot-class-mapping}; group may be empty. */
    public CreateKubeVirtCluster infraVolumeSnapshotClassMapping(String infra, String guest, String group) {
        options.infraVolumeSnapshotClassMapping(infra, guest, group);
        return this;
    }

    /** Publishes services by node ports at this address, {@code --service-publishing-strategy NodePort}. */
    public CreateKubeVirtCluster publishByNodePort(String apiServerAddress) {
        options.publishByNodePort(apiServerAddress);
        return this;
    }

    @Override
    public KubeVirtMachineOptions machines() {
        return machines;
    }

    @Override
    public CreateKubeVirtCluster builder() {
        return this;
    }

    @Override
    CreateKubeVirtCluster self() {
        return this;
    }

    @Override
    PlatformType platformType() {
        return PlatformType.KUBEVIRT;
    }

    @Override
    List<OptionProblem> platformRefusals() {
        List<OptionProblem> problems = new ArrayList<>(options.refusals());
        problems.addAll(machines.refusals());
        return problems;
    }

    @Override
    List<OptionProblem> platformProblems() {
        List<OptionProblem> problems = new ArrayList<>(options.refusals());
        problems.addAll(machines.problems());
        return problems;
    }

    @Override
    void describe(HostedClusterSpec.Builder spec) {
        spec.platform(platform -> platform.type(PlatformType.KUBEVIRT)
                        .kubevirt(options.platform(baseDomain, name + "-" + CREDENTIALS)))
                .services(options.services(!externalDnsDomain.isEmpty()));
    }

    @Override
    List<HasMetadata> platformObjects() {
        return options.infraKubeconfig()
                .<List<HasMetadata>>map(kubeconfig -> List.of(
                        new ClusterObjects(this).secret(CREDENTIALS, "Opaque", Map.of("kubeconfig", kubeconfig))))
                .orElse(List.of());
    }

    @Override
    Map<String, NodePoolPlatform> pools() {
        NodePoolPlatform.Builder platform = NodePoolPlatform.builder();
        platform.type(PlatformType.KUBEVIRT).kubevirt(machines.platform());
        return Map.of("", platform.build());
    }
}
