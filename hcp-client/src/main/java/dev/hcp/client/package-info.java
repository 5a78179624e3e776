/**
 * What an administrator does with hosted clusters, fluently, over any fabric8 {@code KubernetesClient}.
 *
 * <p>Start with {@link dev.hcp.client.HcpClient}.
 */
@NullMarked
package dev.hcp.client;

import org.jspecify.annotations.NullMarked;
