/**
 * The OpenAPI documents of what is served, in versions 2 and 3: what clients need to explain kinds, to merge by strategy,
 * and to know which parameters are taken.
 *
 * <p>Public for the API server's own packages only.
 */
@NullMarked
package dev.hcp.simulator.apiserver.openapi;

import org.jspecify.annotations.NullMarked;
