/**
 * The vocabulary of hosted control planes that is not a field: annotations, labels, finalizers, condition types and reasons,
 * names of secrets, the rules that derive names from names, and the hashes in them. What has no prefix is HyperShift's own; {@code
 * Machine} stands for Cluster API and its providers, {@code Agent} and {@code Host} for bare metal, {@code Hub} for the hub that
 * imports clusters.
 */
@NullMarked
package dev.hcp.api.names;

import org.jspecify.annotations.NullMarked;
