/**
 * The {@code metal3.io/v1alpha1} kind of bare-metal hosts that are managed through their baseboard management
 * controllers: {@link dev.hcp.api.metal3.BareMetalHost}.
 */
@NullMarked
package dev.hcp.api.metal3;

import org.jspecify.annotations.NullMarked;
