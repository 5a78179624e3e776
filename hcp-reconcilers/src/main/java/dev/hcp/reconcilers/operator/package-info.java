/**
 * Drives the reconcilers on a real cluster: informers that keep JSON trees, the work queues, retries, leader election and
 * metrics of java-operator-sdk, and an executor of plans.
 *
 * <p>The one package of this module that talks to a server. It needs {@code io.javaoperatorsdk:operator-framework-core} and
 * a fabric8 client with an HTTP transport, both optional dependencies: who embeds reconcilers in a loop of their own does
 * not carry them.
 */
@NullMarked
package dev.hcp.reconcilers.operator;

import org.jspecify.annotations.NullMarked;
