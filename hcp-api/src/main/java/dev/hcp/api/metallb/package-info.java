/**
 * The {@code metallb.io/v1beta1} kinds that give services of type LoadBalancer their addresses: {@link
 * dev.hcp.api.metallb.IpAddressPool}, {@link dev.hcp.api.metallb.L2Advertisement}, {@link
 * dev.hcp.api.metallb.BgpAdvertisement}.
 */
@NullMarked
package dev.hcp.api.metallb;

import org.jspecify.annotations.NullMarked;
