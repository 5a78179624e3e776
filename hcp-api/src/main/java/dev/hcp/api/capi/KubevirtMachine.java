package dev.hcp.api.capi;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.Categories;
import dev.hcp.api.schema.Column;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * The KubeVirt side of a machine: one virtual machine. The envelope is mutable, as fabric8's are, and not thread-
 * safe; spec and status are immutable.
 */
@Group("infrastructure.cluster.x-k8s.io")
@Version("v1alpha1")
@Kind("KubevirtMachine")
@Plural("kubevirtmachines")
@Categories({"cluster-api"})
@Column(name = "Age", type = "date", path = ".metadata.creationTimestamp")
@Column(name = "Ready", type = "boolean", path = ".status.ready")
public final class KubevirtMachine extends CustomResource<KubevirtMachineSpec, KubevirtMachineStatus>
        implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<
                    KubevirtMachine, KubevirtMachineSpec, KubevirtMachineStatus, KubevirtMachineSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                KubevirtMachine::new,
                KubevirtMachineSpec::builder,
                KubevirtMachineSpec::toBuilder,
                KubevirtMachineSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<KubevirtMachine, KubevirtMachineSpec, KubevirtMachineStatus, KubevirtMachineSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
