/**
 * Structural schemas: what the fields of a kind are, how its lists merge, and the steps an object takes on its way in:
 * pruning, defaulting, validation.
 *
 * <p>Validation rules in CEL ({@code x-kubernetes-validations}) are not evaluated yet; {@link
 * dev.hcp.simulator.apiserver.schema.Schema#hasRules()} tells where they are.
 *
 * <p>Public for the API server's own packages only.
 */
@NullMarked
package dev.hcp.simulator.apiserver.schema;

import org.jspecify.annotations.NullMarked;
