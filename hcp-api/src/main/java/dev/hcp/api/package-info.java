/**
 * Models and vocabulary of hosted control planes: the root of the SDK, on which every other module depends.
 *
 * <p>Sub-packages: {@code hypershift} (HostedCluster, NodePool, HostedControlPlane and their parts), {@code capi},
 * {@code kubevirt}, {@code openshift} (the neighbouring kinds), {@code value} (CIDR, Go duration, release version),
 * {@code names} (labels, annotations, naming rules, hashes), {@code crd} (the CustomResourceDefinitions generated from
 * the models) and {@code json} (immutable JSON trees).
 */
@NullMarked
package dev.hcp.api;

import org.jspecify.annotations.NullMarked;
