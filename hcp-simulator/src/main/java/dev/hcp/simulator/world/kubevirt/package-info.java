/**
 * KubeVirt on the management cluster: Cluster API's provider for it, virtual machines, their disks imported by CDI, and
 * the guests that boot in them and join hosted clusters.
 */
@NullMarked
package dev.hcp.simulator.world.kubevirt;

import org.jspecify.annotations.NullMarked;
