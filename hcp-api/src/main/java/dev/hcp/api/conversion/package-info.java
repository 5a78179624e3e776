/** Conversion between the versions in which HyperShift's kinds are served. */
@NullMarked
package dev.hcp.api.conversion;

import org.jspecify.annotations.NullMarked;
