/**
 * The fabric8 client without a network: an HTTP client factory that hands requests to an API server in the same JVM.
 *
 * <p>Interceptors, retries, serialization, informers and the whole DSL stay fabric8's own.
 */
@NullMarked
package dev.hcp.simulator.transport.inprocess;

import org.jspecify.annotations.NullMarked;
