/**
 * Structural schemas of kinds: what their fields are, how their lists merge, and the steps an object takes on its way
 * into an API server: pruning, defaulting, validation, each in the words of the reference.
 *
 * <p>One engine for all: the API server of the simulator takes these steps on every write, and {@code
 * dev.hcp.api.validation} takes them without a server. Trees are read in place and given back unchanged, the same object,
 * where nothing is to be done; schemas are immutable and compiled once.
 */
@NullMarked
package dev.hcp.api.validation.schema;

import org.jspecify.annotations.NullMarked;
