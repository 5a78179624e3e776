package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A template of AWS machines.
 *
 * <p>CRD field: AWSMachineTemplate {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface AwsMachineTemplateSpec extends Model {
    /** What they look like. */
    @Required
    @Nullable
    AwsMachineTemplateResource getTemplate();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsMachineTemplateSpec}. Not thread-safe. */
    final class Builder extends ImmutableAwsMachineTemplateSpec.Builder {
        Builder() {}

        /** Sets {@code template} from a builder. */
        public Builder template(UnaryOperator<AwsMachineTemplateResource.Builder> edit) {
            return template(edit.apply(AwsMachineTemplateResource.builder()).build());
        }
    }
}
