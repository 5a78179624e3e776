/** OpenShift kinds of guest and management clusters: routes, the cluster version, cluster operators. */
@NullMarked
package dev.hcp.api.openshift;

import org.jspecify.annotations.NullMarked;
