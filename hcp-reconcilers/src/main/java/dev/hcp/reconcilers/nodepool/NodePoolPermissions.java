package dev.hcp.reconcilers.nodepool;

import static dev.hcp.platforms.Access.APPLY;
import static dev.hcp.platforms.Access.CREATE;
import static dev.hcp.platforms.Access.DELETE;
import static dev.hcp.platforms.Access.PATCH;
import static dev.hcp.platforms.Access.STATUS;

import dev.hcp.api.capi.Machine;
import dev.hcp.api.capi.MachineDeployment;
import dev.hcp.api.capi.MachineHealthCheck;
import dev.hcp.api.capi.MachineSet;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.platforms.Permissions;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;

/** What is done to objects for node pools, but for their platforms. */
final class NodePoolPermissions {
    static final Permissions ALL = Permissions.builder()
            .management(NodePool.class, PATCH, STATUS)
            .tells()
            .reads(HostedCluster.class, HostedControlPlane.class)
            .management(MachineDeployment.class, APPLY, PATCH, DELETE)
            .management(MachineSet.class, APPLY, PATCH, DELETE)
            .management(MachineHealthCheck.class, APPLY, DELETE)
            .management(Machine.class, PATCH)
            .management(Secret.class, APPLY, CREATE, PATCH, DELETE)
            .management(ConfigMap.class, APPLY, DELETE)
            .build();

    private NodePoolPermissions() {}
}
