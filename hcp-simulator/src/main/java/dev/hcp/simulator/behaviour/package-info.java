/**
 * Plays recordings of what a reference controller did, step by step over a plain store, with our reconciler in its place,
 * and writes down what came of it in the same form.
 *
 * <p>It is a driver of plans of its own, beside the simulator and the operator runtime.
 */
@NullMarked
package dev.hcp.simulator.behaviour;

import org.jspecify.annotations.NullMarked;
