package dev.hcp.api.hypershift.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A cluster on bare metal with agents.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.agent}, HostedControlPlane {@code spec.platform.agent}.
 */
@Value.Immutable
@HcpModel
public interface AgentPlatformSpec extends Model {
    /** The namespace in which agents are looked for. */
    @Required
    @Size(max = 63, since = Edition.LATEST)
    @Nullable
    String getAgentNamespace();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AgentPlatformSpec}. Not thread-safe. */
    final class Builder extends ImmutableAgentPlatformSpec.Builder {
        Builder() {}
    }
}
