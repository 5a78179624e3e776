/** KubeVirt virtual machines and CDI data volumes, as far as node pools use them; the rest is kept untyped. */
@NullMarked
package dev.hcp.api.kubevirt;

import org.jspecify.annotations.NullMarked;
