/**
 * What can go wrong in a simulated world, as values: {@link dev.hcp.simulator.faults.Fault}s can be made up, printed, read
 * back, put on a {@link dev.hcp.simulator.faults.FaultSchedule} and played again.
 */
@NullMarked
package dev.hcp.simulator.faults;

import org.jspecify.annotations.NullMarked;
