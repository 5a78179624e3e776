package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A check that a host must pass.
 *
 * <p>CRD field: Agent {@code status.validationsInfo[][]}.
 */
@Value.Immutable
@HcpModel
public interface AgentValidation extends Model {
    /** What is checked. */
    @Required
    @Nullable
    String getId();

    /** The result for people. */
    @Required
    @Nullable
    String getMessage();

    /** The result. */
    @Required
    @OneOf({})
    @Nullable
    ValidationStatus getStatus();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AgentValidation}. Not thread-safe. */
    final class Builder extends ImmutableAgentValidation.Builder {
        Builder() {}
    }
}
