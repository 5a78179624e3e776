package dev.hcp.simulator.world.kubevirt;

import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.kernel.Kernel;
import dev.hcp.simulator.world.Adversities;
import dev.hcp.simulator.world.FieldIndex;
import dev.hcp.simulator.world.GuestClusters;
import dev.hcp.simulator.world.Timings;

/** KubeVirt and CDI on a management cluster, with Cluster API's provider and the guests in the virtual machines. */
public final class KubeVirt {
    private KubeVirt() {}

    /** Starts the controllers and the guests. */
    public static void start(
            Kernel kernel,
            Objects objects,
            FieldIndex index,
            GuestClusters guests,
            Timings timings,
            Adversities adversities) {
        VirtObjects virt = new VirtObjects(objects, timings, kernel.seed());
        kernel.start(new KubevirtMachineController(virt, guests));
        kernel.start(new DataVolumeController(virt, index));
        kernel.start(new VirtualMachineController(virt));
        kernel.start(new InstanceController(virt));
        kernel.start(new GuestBoot(virt, index, guests, adversities));
    }
}
