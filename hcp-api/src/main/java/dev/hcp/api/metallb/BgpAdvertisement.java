package dev.hcp.api.metallb;

import dev.hcp.api.model.ResourceBuilder;
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

    /** A new builder. */
    public static ResourceBuilder<BgpAdvertisement, BgpAdvertisementSpec, MetalLbStatus, BgpAdvertisementSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                BgpAdvertisement::new,
                BgpAdvertisementSpec::builder,
                BgpAdvertisementSpec::toBuilder,
                BgpAdvertisementSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<BgpAdvertisement, BgpAdvertisementSpec, MetalLbStatus, BgpAdvertisementSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
