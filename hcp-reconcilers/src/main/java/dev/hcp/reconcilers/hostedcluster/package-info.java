/**
 * The HyperShift operator's behaviour for a HostedCluster: its control plane namespace with all that the control plane
 * operator and Cluster API need, its status, its validation and its deletion.
 */
@NullMarked
package dev.hcp.reconcilers.hostedcluster;

import org.jspecify.annotations.NullMarked;
