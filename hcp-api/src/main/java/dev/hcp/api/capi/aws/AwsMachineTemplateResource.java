package dev.hcp.api.capi.aws;

import dev.hcp.api.capi.MachineTemplateMetadata;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What AWS machines of a template look like.
 *
 * <p>CRD field: AWSMachineTemplate {@code spec.template}.
 */
@Value.Immutable
@HcpModel
public interface AwsMachineTemplateResource extends Model {
    /** Their labels and annotations. */
    @Nullable
    MachineTemplateMetadata getMetadata();

    /** Their spec. */
    @Required
    @Nullable
    AwsMachineSpec getSpec();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsMachineTemplateResource}. Not thread-safe. */
    final class Builder extends ImmutableAwsMachineTemplateResource.Builder {
        Builder() {}

        /** Sets {@code metadata} from a builder. */
        public Builder metadata(UnaryOperator<MachineTemplateMetadata.Builder> edit) {
            return metadata(edit.apply(MachineTemplateMetadata.builder()).build());
        }

        /** Sets {@code spec} from a builder. */
        public Builder spec(UnaryOperator<AwsMachineSpec.Builder> edit) {
            return spec(edit.apply(AwsMachineSpec.builder()).build());
        }
    }
}
