package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A label that agents get by what hardware they have.
 *
 * <p>CRD field: AgentClassification {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface AgentClassificationSpec extends Model {
    /** The key of the label, after {@code agentclassification.agent-install.openshift.io/}. */
    @Required
    @Nullable
    String getLabelKey();

    /** The value of the label. */
    @Required
    @Nullable
    String getLabelValue();

    /** A jq expression over the inventory that is true for agents that get the label. */
    @Required
    @Nullable
    String getQuery();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AgentClassificationSpec}. Not thread-safe. */
    final class Builder extends ImmutableAgentClassificationSpec.Builder {
        Builder() {}
    }
}
