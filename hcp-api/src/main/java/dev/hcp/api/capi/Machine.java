package dev.hcp.api.capi;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.Categories;
import dev.hcp.api.schema.Column;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * A machine that is, or becomes, a node. The envelope is mutable, as fabric8's are, and not thread-safe; spec and
 * status are immutable.
 */
@Group("cluster.x-k8s.io")
@Version("v1beta1")
@Kind("Machine")
@Plural("machines")
@ShortNames({"ma"})
@Categories({"cluster-api"})
@Column(name = "Cluster", path = ".spec.clusterName")
@Column(name = "NodeName", path = ".status.nodeRef.name")
@Column(name = "ProviderID", path = ".spec.providerID")
@Column(name = "Phase", path = ".status.phase")
@Column(name = "Age", type = "date", path = ".metadata.creationTimestamp")
@Column(name = "Version", path = ".spec.version")
public final class Machine extends CustomResource<MachineSpec, MachineStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<Machine, MachineSpec, MachineStatus, MachineSpec.Builder> builder() {
        return new ResourceBuilder<>(
                Machine::new, MachineSpec::builder, MachineSpec::toBuilder, MachineSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<Machine, MachineSpec, MachineStatus, MachineSpec.Builder> toBuilder() {
        return builder().from(this);
    }
}
