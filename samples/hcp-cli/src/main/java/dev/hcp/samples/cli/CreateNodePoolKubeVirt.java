package dev.hcp.samples.cli;

import dev.hcp.client.CreateKubeVirtNodePool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hcp create nodepool kubevirt}. */
@Command
final class CreateNodePoolKubeVirt extends CreateNodePoolCommand<CreateKubeVirtNodePool> {
    @Mixin
    private final KubeVirtMachineFlags machines = new KubeVirtMachineFlags();

    CreateNodePoolKubeVirt(Session session) {
        super(session);
    }

    @Override
    CreateKubeVirtNodePool builder(String namespace, String name) {
        CreateKubeVirtNodePool pool = session.hcp().kubeVirtNodePool(namespace, name);
        machines.applyTo(pool, session.streams());
        return pool;
    }
}
