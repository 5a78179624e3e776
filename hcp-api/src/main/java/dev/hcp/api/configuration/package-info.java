/**
 * What {@code spec.configuration} of hosted clusters and hosted control planes holds: the specs of the {@code
 * config.openshift.io/v1} kinds that configure the OpenShift cluster, which a hosted cluster cannot be told inside
 * itself.
 */
@NullMarked
package dev.hcp.api.configuration;

import org.jspecify.annotations.NullMarked;
