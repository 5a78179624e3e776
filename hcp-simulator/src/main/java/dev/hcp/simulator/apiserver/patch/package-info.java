/**
 * Patches over JSON trees: merge patch, JSON patch, strategic merge patch, and server-side apply with its field ownership.
 *
 * <p>Public for the API server's own packages only.
 */
@NullMarked
package dev.hcp.simulator.apiserver.patch;

import org.jspecify.annotations.NullMarked;
