/** Hosted clusters and node pools on agents: hosts that a person or bare metal controller booted and the assisted service knows. */
@NullMarked
package dev.hcp.api.hypershift.agent;

import org.jspecify.annotations.NullMarked;
