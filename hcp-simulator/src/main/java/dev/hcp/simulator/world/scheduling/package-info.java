/**
 * The scheduler of the management cluster: which node a pod runs on, by the rules, the scores and the words of
 * kube-scheduler's default profile.
 */
@NullMarked
package dev.hcp.simulator.world.scheduling;

import org.jspecify.annotations.NullMarked;
