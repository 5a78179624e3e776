package dev.hcp.api.capi;

import dev.hcp.api.kubevirt.TemplateMetadata;
import dev.hcp.api.kubevirt.VirtualMachineSpec;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.NullAllowed;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The virtual machine of a KubeVirt machine.
 *
 * <p>CRD field: KubevirtMachine {@code spec.virtualMachineTemplate}, KubevirtMachineTemplate {@code
 * spec.template.spec.virtualMachineTemplate}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtVirtualMachineTemplate extends Model {
    /** Its metadata. */
    @NullAllowed
    @FreeForm
    @Nullable
    TemplateMetadata getMetadata();

    /** Its spec. */
    @Nullable
    VirtualMachineSpec getSpec();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KubevirtVirtualMachineTemplate}. Not thread-safe. */
    final class Builder extends ImmutableKubevirtVirtualMachineTemplate.Builder {
        Builder() {}

        /** Sets {@code metadata} from a builder. */
        public Builder metadata(UnaryOperator<TemplateMetadata.Builder> edit) {
            return metadata(edit.apply(TemplateMetadata.builder()).build());
        }

        /** Sets {@code spec} from a builder. */
        public Builder spec(UnaryOperator<VirtualMachineSpec.Builder> edit) {
            return spec(edit.apply(VirtualMachineSpec.builder()).build());
        }
    }
}
