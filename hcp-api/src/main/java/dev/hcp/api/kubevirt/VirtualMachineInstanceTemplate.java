package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.NullAllowed;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a virtual machine runs as.
 *
 * <p>CRD field: VirtualMachine {@code spec.template}.
 */
@Value.Immutable
@HcpModel
public interface VirtualMachineInstanceTemplate extends Model {
    /** Metadata of the instance. */
    @NullAllowed
    @FreeForm
    @Nullable
    TemplateMetadata getMetadata();

    /** Spec of the instance. */
    @Nullable
    VirtualMachineInstanceSpec getSpec();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link VirtualMachineInstanceTemplate}. Not thread-safe. */
    final class Builder extends ImmutableVirtualMachineInstanceTemplate.Builder {
        Builder() {}

        /** Sets {@code metadata} from a builder. */
        public Builder metadata(UnaryOperator<TemplateMetadata.Builder> edit) {
            return metadata(edit.apply(TemplateMetadata.builder()).build());
        }

        /** Sets {@code spec} from a builder. */
        public Builder spec(UnaryOperator<VirtualMachineInstanceSpec.Builder> edit) {
            return spec(edit.apply(VirtualMachineInstanceSpec.builder()).build());
        }
    }
}
