package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A template of agent machines.
 *
 * <p>CRD field: AgentMachineTemplate {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface AgentMachineTemplateSpec extends Model {
    /** What they look like. */
    @Required
    @Nullable
    AgentMachineTemplateResource getTemplate();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AgentMachineTemplateSpec}. Not thread-safe. */
    final class Builder extends ImmutableAgentMachineTemplateSpec.Builder {
        Builder() {}

        /** Sets {@code template} from a builder. */
        public Builder template(UnaryOperator<AgentMachineTemplateResource.Builder> edit) {
            return template(edit.apply(AgentMachineTemplateResource.builder()).build());
        }
    }
}
