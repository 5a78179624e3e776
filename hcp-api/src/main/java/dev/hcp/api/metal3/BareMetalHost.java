package dev.hcp.api.metal3;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.Column;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * A physical host, managed through its baseboard management controller. The envelope is mutable, as fabric8's are,
 * and not thread-safe; spec and status are immutable.
 */
@Group("metal3.io")
@Version("v1alpha1")
@Kind("BareMetalHost")
@Plural("baremetalhosts")
@ShortNames({"bmh", "bmhost"})
@Column(name = "Status", path = ".status.operationalStatus", priority = 1)
@Column(name = "State", path = ".status.provisioning.state")
@Column(name = "Consumer", path = ".spec.consumerRef.name")
@Column(name = "BMC", path = ".spec.bmc.address", priority = 1)
@Column(name = "Online", path = ".spec.online")
@Column(name = "Error", path = ".status.errorType")
@Column(name = "Age", type = "date", path = ".metadata.creationTimestamp")
public final class BareMetalHost extends CustomResource<BareMetalHostSpec, BareMetalHostStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<BareMetalHost, BareMetalHostSpec, BareMetalHostStatus, BareMetalHostSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                BareMetalHost::new,
                BareMetalHostSpec::builder,
                BareMetalHostSpec::toBuilder,
                BareMetalHostSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<BareMetalHost, BareMetalHostSpec, BareMetalHostStatus, BareMetalHostSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
