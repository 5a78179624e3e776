/**
 * Custom resource definitions as objects: how they are completed, and what they must say. The reference checks a schema in
 * stages, and tells of a later one only when the earlier ones have nothing to say; so do the classes here:
 * {@code SchemaSubset}, then {@code StructuralRules} with {@code JunctorRules}, then {@code DefaultRules}, then the rules'
 * expressions.
 *
 * <p>Public for the API server's own packages only.
 */
@NullMarked
package dev.hcp.simulator.apiserver.definition;

import org.jspecify.annotations.NullMarked;
