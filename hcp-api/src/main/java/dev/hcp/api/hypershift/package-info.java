/**
 * The {@code hypershift.openshift.io/v1beta1} kinds: {@link dev.hcp.api.hypershift.HostedCluster}, {@link
 * dev.hcp.api.hypershift.NodePool}, {@link dev.hcp.api.hypershift.HostedControlPlane}, and everything beneath them.
 */
@NullMarked
package dev.hcp.api.hypershift;

import org.jspecify.annotations.NullMarked;
