/** The platform {@code Agent}: nodes are bare-metal hosts or virtual machines that booted the assisted service's agent. */
@NullMarked
package dev.hcp.platforms.agent;

import org.jspecify.annotations.NullMarked;
