/**
 * What goes on in and behind the management cluster: reconcilers driven as actors, the controllers that Kubernetes itself
 * brings, and the hosted clusters.
 */
@NullMarked
package dev.hcp.simulator.world;

import org.jspecify.annotations.NullMarked;
