/** The {@code scheduling.hypershift.openshift.io/v1alpha1} kind: size classes of hosted clusters. */
@NullMarked
package dev.hcp.api.hypershift.scheduling;

import org.jspecify.annotations.NullMarked;
