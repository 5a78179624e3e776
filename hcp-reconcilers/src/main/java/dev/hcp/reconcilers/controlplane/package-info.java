/**
 * The control plane operator's behaviour: from a HostedControlPlane to the services, certificates, kubeconfigs and
 * workloads of its namespace, and back to its conditions.
 *
 * <p>What a control plane consists of is data: {@link dev.hcp.reconcilers.controlplane.Component} tables by group,
 * services, certificates, roles. One renderer per kind turns an entry into an object.
 */
@NullMarked
package dev.hcp.reconcilers.controlplane;

import org.jspecify.annotations.NullMarked;
