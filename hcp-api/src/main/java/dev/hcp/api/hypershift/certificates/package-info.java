/**
 * The {@code certificates.hypershift.openshift.io/v1alpha1} kinds: approval of certificate requests and revocation of
 * certificates for emergency access.
 */
@NullMarked
package dev.hcp.api.hypershift.certificates;

import org.jspecify.annotations.NullMarked;
