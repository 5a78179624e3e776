/**
 * A Kubernetes API server over an in-memory store: from {@link dev.hcp.simulator.apiserver.ApiRequest} to {@link
 * dev.hcp.simulator.apiserver.ApiResponse}, without sockets, threads or a clock of its own.
 *
 * <p>Transports put HTTP (or nothing) around it; the simulator's own actors use {@link
 * dev.hcp.simulator.apiserver.Objects}, which takes the same path through admission and validation to the store.
 *
 * <p>{@link dev.hcp.simulator.apiserver.ApiServer} is the way in. A write is decoded (pruned to the kind's schema),
 * defaulted, given its field owners, prepared by its kind's strategy, validated and committed, in {@code Writes}; the
 * sub-packages hold the store, the schemas, the patches, and the catalogue of what is served.
 *
 * <p>Not there: admission webhooks and policies are stored and checked, but not called; aggregated API servers have no proxy.
 */
@NullMarked
package dev.hcp.simulator.apiserver;

import org.jspecify.annotations.NullMarked;
