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
 * One run of a virtual machine. The envelope is mutable, as fabric8's are, and not thread-safe; spec and status are
 * immutable.
 */
@Group("kubevirt.io")
@Version("v1")
@Kind("VirtualMachineInstance")
@Plural("virtualmachineinstances")
@ShortNames({"vmi", "vmis"})
@CrdKind(required = {"spec"})
@Column(name = "Age", type = "date", path = ".metadata.creationTimestamp")
@Column(name = "Phase", path = ".status.phase")
@Column(name = "IP", path = ".status.interfaces[0].ipAddress")
@Column(name = "NodeName", path = ".status.nodeName")
@Column(name = "Ready", path = ".status.conditions[?(@.type=='Ready')].status")
public final class VirtualMachineInstance
        extends CustomResource<VirtualMachineInstanceSpec, VirtualMachineInstanceStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<
                    VirtualMachineInstance,
                    VirtualMachineInstanceSpec,
                    VirtualMachineInstanceStatus,
                    VirtualMachineInstanceSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                VirtualMachineInstance::new,
                VirtualMachineInstanceSpec::builder,
                VirtualMachineInstanceSpec::toBuilder,
                VirtualMachineInstanceSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<
                    VirtualMachineInstance,
                    VirtualMachineInstanceSpec,
                    VirtualMachineInstanceStatus,
                    VirtualMachineInstanceSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
