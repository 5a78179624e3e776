/**
 * Immutable JSON trees: compact, safe to share between threads and between revisions of an object.
 *
 * <p>A value is a {@link dev.hcp.api.json.JsonObject}, a {@link dev.hcp.api.json.JsonArray}, a {@link String}, a
 * {@link Long}, a {@link Double}, a {@link Boolean} or {@code null}, as in Go's unstructured objects. Objects keep their
 * keys sorted, which is also how an API server prints custom resources.
 */
@NullMarked
package dev.hcp.api.json;

import org.jspecify.annotations.NullMarked;
