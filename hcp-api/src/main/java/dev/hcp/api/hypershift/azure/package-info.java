/** Hosted clusters and node pools on Azure, and encryption with its key vault. */
@NullMarked
package dev.hcp.api.hypershift.azure;

import org.jspecify.annotations.NullMarked;
