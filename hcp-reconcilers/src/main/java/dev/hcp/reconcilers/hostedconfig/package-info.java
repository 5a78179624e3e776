/**
 * The hosted cluster config operator: carries into a hosted cluster what its HostedControlPlane says, and back what is to
 * be known of the cluster.
 */
@NullMarked
package dev.hcp.reconcilers.hostedconfig;

import org.jspecify.annotations.NullMarked;
