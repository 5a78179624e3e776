/** The shortest program that makes a hosted cluster. */
@NullMarked
package dev.hcp.samples.quickstart;

import org.jspecify.annotations.NullMarked;
