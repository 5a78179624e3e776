/**
 * What a platform contributes to a hosted cluster, and the read-only view of the management cluster that platforms and
 * reconcilers decide from.
 *
 * <p>A platform is one {@link dev.hcp.platforms.PlatformProvider}, found by {@link java.util.ServiceLoader}; the
 * sub-packages hold those that come with the SDK.
 */
@NullMarked
package dev.hcp.platforms;

import org.jspecify.annotations.NullMarked;
