/**
 * T-shirt sizes of hosted clusters, by their number of nodes. Only where a ClusterSizingConfiguration says which sizes there
 * are: management clusters that give every control plane machines of its own choose them by the size.
 */
@NullMarked
package dev.hcp.reconcilers.sizing;

import org.jspecify.annotations.NullMarked;
