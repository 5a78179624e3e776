/** Hosted clusters and node pools on OpenStack. */
@NullMarked
package dev.hcp.api.hypershift.openstack;

import org.jspecify.annotations.NullMarked;
