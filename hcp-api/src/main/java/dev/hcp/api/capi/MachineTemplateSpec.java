package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What machines look like.
 *
 * <p>CRD field: MachineDeployment {@code spec.template}, MachineSet {@code spec.template}.
 */
@Value.Immutable
@HcpModel
public interface MachineTemplateSpec extends Model {
    /** Their metadata. */
    @Nullable
    MachineTemplateMetadata getMetadata();

    /** Their spec. */
    @Nullable
    MachineSpec getSpec();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link MachineTemplateSpec}. Not thread-safe. */
    final class Builder extends ImmutableMachineTemplateSpec.Builder {
        Builder() {}

        /** Sets {@code metadata} from a builder. */
        public Builder metadata(UnaryOperator<MachineTemplateMetadata.Builder> edit) {
            return metadata(edit.apply(MachineTemplateMetadata.builder()).build());
        }

        /** Sets {@code spec} from a builder. */
        public Builder spec(UnaryOperator<MachineSpec.Builder> edit) {
            return spec(edit.apply(MachineSpec.builder()).build());
        }
    }
}
