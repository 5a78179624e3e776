/** Measurements of what simulated clusters cost. Never part of the tests. */
@NullMarked
package dev.hcp.benchmarks;

import org.jspecify.annotations.NullMarked;
