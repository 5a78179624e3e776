/**
 * A Kubernetes API server over an in-memory store: from {@link dev.hcp.simulator.apiserver.ApiRequest} to {@link
 * dev.hcp.simulator.apiserver.ApiResponse}, without sockets, threads or a clock of its own.
 *
 * <p>Transports put HTTP (or nothing) around it; the simulator's own actors use {@link
 * dev.hcp.simulator.apiserver.Objects}, which takes the same path through admission and validation to the store.
 */
@NullMarked
package dev.hcp.simulator.apiserver;

import org.jspecify.annotations.NullMarked;
