/**
 * The dialect of JSONPath that printer columns are written in, with the limits and quirks of client-go's.
 *
 * <p>Public for the API server's own packages only.
 */
@NullMarked
package dev.hcp.simulator.apiserver.jsonpath;

import org.jspecify.annotations.NullMarked;
