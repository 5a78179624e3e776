package dev.hcp.platforms;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.NodePool;

/**
 * A node pool with what a platform needs to know beside it.
 *
 * @param pool the pool
 * @param cluster its hosted cluster, whose {@code spec.infraID} is set
 * @param controlPlaneNamespace namespace of the cluster's control plane, where Cluster API objects live
 * @param release the release that the pool shall run
 * @param world everything else
 */
public record NodePoolContext(
        NodePool pool, HostedCluster cluster, String controlPlaneNamespace, ReleaseMetadata release, World world) {}
