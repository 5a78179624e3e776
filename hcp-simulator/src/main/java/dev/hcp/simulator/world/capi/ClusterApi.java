package dev.hcp.simulator.world.capi;

import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.kernel.Kernel;
import dev.hcp.simulator.world.EventRecorder;
import dev.hcp.simulator.world.FieldIndex;
import dev.hcp.simulator.world.GuestClusters;
import dev.hcp.simulator.world.Timings;

/**
 * Cluster API on a management cluster. In each control plane namespace its controllers act while the deployment
 * {@code cluster-api} there is available.
 */
public final class ClusterApi {
    private ClusterApi() {}

    /** Starts the controllers. */
    public static void start(Kernel kernel, Objects objects, FieldIndex index, GuestClusters guests, Timings timings) {
        CapiObjects capi = new CapiObjects(objects, new EventRecorder(objects, kernel.clock()));
        MachineDeletion deletion = new MachineDeletion(capi, guests, new NodeDrain(timings, kernel.seed()));
        kernel.start(new ClusterController(capi));
        kernel.start(new MachineDeploymentController(capi));
        kernel.start(new MachineSetController(capi, guests));
        kernel.start(new MachineController(capi, index, guests, deletion));
        kernel.start(new HealthCheckController(capi, guests));
        kernel.start(new AgentMachineController(objects));
    }
}
