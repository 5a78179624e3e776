package dev.hcp.api.kubevirt;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.Column;
import dev.hcp.api.schema.CrdKind;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * A virtual machine, running or not. The envelope is mutable, as fabric8's are, and not thread-safe; spec and status
 * are immutable.
 */
@Group("kubevirt.io")
@Version("v1")
@Kind("VirtualMachine")
@Plural("virtualmachines")
@ShortNames({"vm", "vms"})
@CrdKind(required = {"spec"})
@Column(name = "Age", type = "date", path = ".metadata.creationTimestamp")
@Column(name = "Status", path = ".status.printableStatus")
@Column(name = "Ready", path = ".status.conditions[?(@.type=='Ready')].status")
public final class VirtualMachine extends CustomResource<VirtualMachineSpec, VirtualMachineStatus>
        implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<VirtualMachine, VirtualMachineSpec, VirtualMachineStatus, VirtualMachineSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                VirtualMachine::new,
                VirtualMachineSpec::builder,
                VirtualMachineSpec::toBuilder,
                VirtualMachineSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<VirtualMachine, VirtualMachineSpec, VirtualMachineStatus, VirtualMachineSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
