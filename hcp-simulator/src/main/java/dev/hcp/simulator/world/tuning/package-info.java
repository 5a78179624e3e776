/** The node tuning operator of hosted clusters: TuneD profiles for nodes, and machine configuration from them. */
@NullMarked
package dev.hcp.simulator.world.tuning;

import org.jspecify.annotations.NullMarked;
