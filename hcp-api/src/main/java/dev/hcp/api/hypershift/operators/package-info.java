/** Settings of single operators of a hosted cluster. */
@NullMarked
package dev.hcp.api.hypershift.operators;

import org.jspecify.annotations.NullMarked;
