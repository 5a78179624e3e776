/**
 * The vocabulary of hosted control planes that is not a field: annotations, labels, finalizers, condition types and reasons,
 * the rules that derive names from names, and the hashes in them.
 */
@NullMarked
package dev.hcp.api.names;

import org.jspecify.annotations.NullMarked;
