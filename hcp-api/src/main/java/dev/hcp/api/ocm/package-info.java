/**
 * The kinds of multicluster engine and Open Cluster Management under which hosted clusters are offered and imported:
 * {@link dev.hcp.api.ocm.MultiClusterEngine}, {@link dev.hcp.api.ocm.ManagedCluster}, {@link
 * dev.hcp.api.ocm.ManagedClusterAddOn}, {@link dev.hcp.api.ocm.AddOnDeploymentConfig}, {@link
 * dev.hcp.api.ocm.KlusterletAddonConfig}.
 */
@NullMarked
package dev.hcp.api.ocm;

import org.jspecify.annotations.NullMarked;
