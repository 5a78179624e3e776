/** Cluster API core ({@code cluster.x-k8s.io/v1beta1}) and its KubeVirt and agent providers. */
@NullMarked
package dev.hcp.api.capi;

import org.jspecify.annotations.NullMarked;
