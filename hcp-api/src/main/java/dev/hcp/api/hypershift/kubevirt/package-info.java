/** Hosted clusters and node pools on KubeVirt virtual machines. */
@NullMarked
package dev.hcp.api.hypershift.kubevirt;

import org.jspecify.annotations.NullMarked;
