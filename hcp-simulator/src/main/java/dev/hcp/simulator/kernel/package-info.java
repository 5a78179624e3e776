/**
 * Simulated time: a virtual clock, an event queue, seeded randomness, actors with keyed work queues, and a history that
 * is equal, byte for byte, whenever seed and commands are.
 *
 * <p>{@link dev.hcp.simulator.kernel.Kernel} is the way in; what happens in the simulated world is the business of {@link
 * dev.hcp.simulator.kernel.Actor}s.
 */
@NullMarked
package dev.hcp.simulator.kernel;

import org.jspecify.annotations.NullMarked;
