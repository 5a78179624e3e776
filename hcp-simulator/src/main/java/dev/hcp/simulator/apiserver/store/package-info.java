/**
 * The revisioned object store: one counter, one writer at a time, immutable snapshots for readers, a bounded history for
 * watches. It knows nothing of kinds, schemas or HTTP.
 *
 * <p>Public for the API server's own packages only.
 */
@NullMarked
package dev.hcp.simulator.apiserver.store;

import org.jspecify.annotations.NullMarked;
