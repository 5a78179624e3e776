/**
 * The kinds that an API server is built with: a table of their names and traits, schemas made from the published Java
 * models, how their lists merge, and what each adds in defaults and checks.
 *
 * <p>Public for the API server's own packages only.
 */
@NullMarked
package dev.hcp.simulator.apiserver.kinds;

import org.jspecify.annotations.NullMarked;
