package dev.hcp.client;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.NodePoolPlatform;
import dev.hcp.api.hypershift.PlatformType;
import dev.hcp.platforms.OptionProblem;
import dev.hcp.platforms.kubevirt.KubeVirtMachineOptions;
import java.util.List;

/** A node pool on KubeVirt to be added to a cluster, {@code hcp create nodepool kubevirt}. Not thread-safe. */
public final class CreateKubeVirtNodePool extends CreateNodePool<CreateKubeVirtNodePool>
        implements KubeVirtMachines<CreateKubeVirtNodePool> {
    private final KubeVirtMachineOptions machines = new KubeVirtMachineOptions();

    CreateKubeVirtNodePool(HcpClient client, String namespace, String name) {
        super(client, namespace, name);
    }

    @Override
    public KubeVirtMachineOptions machines() {
        return machines;
    }

    @Override
    public CreateKubeVirtNodePool builder() {
        return this;
    }

    @Override
    CreateKubeVirtNodePool self() {
        return this;
    }

    @Override
    PlatformType platformType() {
        return PlatformType.KUBEVIRT;
    }

    @Override
    List<OptionProblem> platformRefusals(HostedCluster cluster) {
        return machines.refusals();
    }

    @Override
    List<OptionProblem> platformProblems(HostedCluster cluster) {
        return machines.problems();
    }

    @Override
    NodePoolPlatform platform(HostedCluster cluster) {
        NodePoolPlatform.Builder platform = NodePoolPlatform.builder();
        platform.type(PlatformType.KUBEVIRT).kubevirt(machines.platform());
        return platform.build();
    }
}
