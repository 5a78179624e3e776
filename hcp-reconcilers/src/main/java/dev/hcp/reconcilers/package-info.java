/**
 * Pure reconcilers: from an object and a view of the management cluster to a {@link dev.hcp.reconcilers.Plan}.
 *
 * <p>A reconciler does no I/O and has no clock and no randomness of its own. Whoever drives it (the simulator, the
 * operator runtime, a user's own loop) executes the plan and calls again when something it watches changes.
 */
@NullMarked
package dev.hcp.reconcilers;

import org.jspecify.annotations.NullMarked;
