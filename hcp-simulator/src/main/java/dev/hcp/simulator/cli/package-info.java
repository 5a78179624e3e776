/** The command line of the simulator, {@code hcp-sim}: thin, it only puts together what the other packages offer. */
@NullMarked
package dev.hcp.simulator.cli;

import org.jspecify.annotations.NullMarked;
