/** Hosted clusters and node pools on IBM Power Virtual Server. */
@NullMarked
package dev.hcp.api.hypershift.powervs;

import org.jspecify.annotations.NullMarked;
