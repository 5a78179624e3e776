/**
 * A management cluster in memory: {@link dev.hcp.simulator.Simulator} is the way in.
 */
@NullMarked
package dev.hcp.simulator;

import org.jspecify.annotations.NullMarked;
