package dev.hcp.api.metallb;

import dev.hcp.api.schema.Column;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * Announcement of addresses to routers by BGP. The envelope is mutable, as fabric8's are, and not thread-safe; spec
 * and status are immutable.
 */
@Group("metallb.io")
@Version("v1beta1")
@Kind("BGPAdvertisement")
@Plural("bgpadvertisements")
@Column(name = "IPAddressPools", path = ".spec.ipAddressPools")
@Column(name = "IPAddressPool Selectors", path = ".spec.ipAddressPoolSelectors")
@Column(name = "Peers", path = ".spec.peers")
@Column(name = "Node Selectors", path = ".spec.nodeSelectors", priority = 10)
public final class BgpAdvertisement extends CustomResource<BgpAdvertisementSpec, MetalLbStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;
}
