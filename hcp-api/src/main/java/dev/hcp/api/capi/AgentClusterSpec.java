package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the bare-metal side of a cluster should be.
 *
 * <p>CRD field: AgentCluster {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface AgentClusterSpec extends Model {
    /** Where the API server is reached. */
    @Nullable
    CapiApiEndpoint getControlPlaneEndpoint();

    /** Where hosts fetch their configuration. */
    @Nullable
    AgentIgnitionEndpoint getIgnitionEndpoint();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AgentClusterSpec}. Not thread-safe. */
    final class Builder extends ImmutableAgentClusterSpec.Builder {
        Builder() {}

        /** Sets {@code controlPlaneEndpoint} from a builder. */
        public Builder controlPlaneEndpoint(UnaryOperator<CapiApiEndpoint.Builder> edit) {
            return controlPlaneEndpoint(edit.apply(CapiApiEndpoint.builder()).build());
        }

        /** Sets {@code ignitionEndpoint} from a builder. */
        public Builder ignitionEndpoint(UnaryOperator<AgentIgnitionEndpoint.Builder> edit) {
            return ignitionEndpoint(edit.apply(AgentIgnitionEndpoint.builder()).build());
        }
    }
}
