package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What agent machines of a template look like.
 *
 * <p>CRD field: AgentMachineTemplate {@code spec.template}.
 */
@Value.Immutable
@HcpModel
public interface AgentMachineTemplateResource extends Model {
    /** Their spec. */
    @Required
    @Nullable
    AgentMachineSpec getSpec();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AgentMachineTemplateResource}. Not thread-safe. */
    final class Builder extends ImmutableAgentMachineTemplateResource.Builder {
        Builder() {}

        /** Sets {@code spec} from a builder. */
        public Builder spec(UnaryOperator<AgentMachineSpec.Builder> edit) {
            return spec(edit.apply(AgentMachineSpec.builder()).build());
        }
    }
}
