/** The cluster autoscaler of hosted clusters: what pods need, and what the pools of their cluster may become. */
@NullMarked
package dev.hcp.simulator.world.autoscaling;

import org.jspecify.annotations.NullMarked;
