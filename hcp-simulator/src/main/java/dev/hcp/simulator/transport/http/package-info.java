/**
 * API servers on a port, for kubectl, Go clients and whatever else speaks HTTP: TLS, bearer tokens, streamed watches.
 *
 * <p>The only package that uses Vert.x.
 */
@NullMarked
package dev.hcp.simulator.transport.http;

import org.jspecify.annotations.NullMarked;
