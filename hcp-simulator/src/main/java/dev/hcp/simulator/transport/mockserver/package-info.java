/**
 * The simulator behind fabric8's mock server: for tests that use one already and would like it to behave as an API
 * server does.
 *
 * <p>The only package that uses {@code io.fabric8:kubernetes-server-mock}, which the test brings.
 */
@NullMarked
package dev.hcp.simulator.transport.mockserver;

import org.jspecify.annotations.NullMarked;
