/** The platform {@code KubeVirt}: nodes are virtual machines on the management cluster or on another KubeVirt cluster. */
@NullMarked
package dev.hcp.platforms.kubevirt;

import org.jspecify.annotations.NullMarked;
