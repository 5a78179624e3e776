/**
 * The command {@code hcp}: what administrators do with hosted clusters, from a shell.
 *
 * <p>{@link dev.hcp.samples.cli.Commands} lists the commands; each is a small class that turns its options into calls of
 * {@code hcp-client}.
 */
@NullMarked
package dev.hcp.samples.cli;

import org.jspecify.annotations.NullMarked;
