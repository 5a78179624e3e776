/**
 * The {@code hypershift.openshift.io/v1beta1} kinds: {@link dev.hcp.api.hypershift.HostedCluster}, {@link
 * dev.hcp.api.hypershift.NodePool}, {@link dev.hcp.api.hypershift.HostedControlPlane}, and what beneath them is the same on
 * every platform. What one platform alone has is in the package of that platform, which depends on none of the others; so
 * are automatic nodes, settings of operators, and the two further groups of kinds.
 */
@NullMarked
package dev.hcp.api.hypershift;

import org.jspecify.annotations.NullMarked;
