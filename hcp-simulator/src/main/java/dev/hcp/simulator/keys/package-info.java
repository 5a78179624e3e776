/**
 * Keys, certificates and identifiers of the simulated world: cheap, valid, and the same for the same seed.
 *
 * <p>They protect nothing: whoever knows the seed knows the keys.
 */
@NullMarked
package dev.hcp.simulator.keys;

import org.jspecify.annotations.NullMarked;
