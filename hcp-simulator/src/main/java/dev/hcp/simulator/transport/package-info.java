/** What the transports share: which API server a path belongs to, and how the frames of a watch are delivered. */
@NullMarked
package dev.hcp.simulator.transport;

import org.jspecify.annotations.NullMarked;
