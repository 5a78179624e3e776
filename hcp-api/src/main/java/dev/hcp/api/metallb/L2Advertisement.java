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
 * Announcement of addresses on the local network: one node answers for each. The envelope is mutable, as fabric8's
 * are, and not thread-safe; spec and status are immutable.
 */
@Group("metallb.io")
@Version("v1beta1")
@Kind("L2Advertisement")
@Plural("l2advertisements")
@Column(name = "IPAddressPools", path = ".spec.ipAddressPools")
@Column(name = "IPAddressPool Selectors", path = ".spec.ipAddressPoolSelectors")
@Column(name = "Interfaces", path = ".spec.interfaces")
@Column(name = "Node Selectors", path = ".spec.nodeSelectors", priority = 10)
public final class L2Advertisement extends CustomResource<L2AdvertisementSpec, MetalLbStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<L2Advertisement, L2AdvertisementSpec, MetalLbStatus, L2AdvertisementSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                L2Advertisement::new,
                L2AdvertisementSpec::builder,
                L2AdvertisementSpec::toBuilder,
                L2AdvertisementSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<L2Advertisement, L2AdvertisementSpec, MetalLbStatus, L2AdvertisementSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
