/**
 * What an API server serves: resources with their names, schemas, sub-resources and rules, from declarative tables and
 * from custom resource definitions. A {@link dev.hcp.simulator.apiserver.catalogue.Catalogue} is immutable and shared
 * between servers; a new definition makes a new one.
 *
 * <p>Public for the API server's own packages only.
 */
@NullMarked
package dev.hcp.simulator.apiserver.catalogue;

import org.jspecify.annotations.NullMarked;
