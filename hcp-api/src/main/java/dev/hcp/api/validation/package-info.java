/**
 * Validation without a server: the field errors that an API server holding the custom resource definitions would give, in
 * the same words, for objects of any of the project's kinds.
 *
 * <p>Schemas and their steps are in {@link dev.hcp.api.validation.schema}, rules in {@code dev.hcp.api.validation.cel}.
 */
@NullMarked
package dev.hcp.api.validation;

import org.jspecify.annotations.NullMarked;
