package dev.hcp.api.metallb;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.Column;
import dev.hcp.api.schema.CrdKind;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * Addresses that services may get. The envelope is mutable, as fabric8's are, and not thread-safe; spec and status
 * are immutable.
 */
@Group("metallb.io")
@Version("v1beta1")
@Kind("IPAddressPool")
@Plural("ipaddresspools")
@CrdKind(required = {"spec"})
@Column(name = "Auto Assign", type = "boolean", path = ".spec.autoAssign")
@Column(name = "Avoid Buggy IPs", type = "boolean", path = ".spec.avoidBuggyIPs")
@Column(name = "Addresses", path = ".spec.addresses")
public final class IpAddressPool extends CustomResource<IpAddressPoolSpec, MetalLbStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<IpAddressPool, IpAddressPoolSpec, MetalLbStatus, IpAddressPoolSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                IpAddressPool::new,
                IpAddressPoolSpec::builder,
                IpAddressPoolSpec::toBuilder,
                IpAddressPoolSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<IpAddressPool, IpAddressPoolSpec, MetalLbStatus, IpAddressPoolSpec.Builder> toBuilder() {
        return builder().from(this);
    }
}
