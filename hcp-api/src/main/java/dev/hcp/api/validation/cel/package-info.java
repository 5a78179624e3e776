/**
 * Validation rules ({@code x-kubernetes-validations}) as Kubernetes 1.32 has them, over the CEL implementation {@code
 * dev.cel:cel}: the types that a schema declares, its values read in place, the functions that Kubernetes adds, the cost
 * limits, and the messages of the reference.
 *
 * <p>The only package that knows that library, which is an optional dependency: without it on the class path nothing here
 * can be loaded, and {@code dev.hcp.api.validation} refuses kinds that have rules.
 */
@NullMarked
package dev.hcp.api.validation.cel;

import org.jspecify.annotations.NullMarked;
