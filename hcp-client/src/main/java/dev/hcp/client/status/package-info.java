/**
 * What there is of a hosted cluster, as immutable values: {@link dev.hcp.client.status.ClusterStatus}, and tables as the
 * API server prints them.
 */
@NullMarked
package dev.hcp.client.status;

import org.jspecify.annotations.NullMarked;
