package dev.hcp.api.hypershift.autonode;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Nodes that come and go with what is scheduled, without node pools.
 *
 * <p>CRD field: HostedCluster {@code spec.autoNode}, HostedControlPlane {@code spec.autoNode}.
 */
@Value.Immutable
@HcpModel
public interface AutoNode extends Model {
    /** What provisions the nodes. */
    @Required
    @Nullable
    ProvisionerConfig getProvisionerConfig();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AutoNode}. Not thread-safe. */
    final class Builder extends ImmutableAutoNode.Builder {
        Builder() {}

        /** Sets {@code provisionerConfig} from a builder. */
        public Builder provisionerConfig(UnaryOperator<ProvisionerConfig.Builder> edit) {
            return provisionerConfig(edit.apply(ProvisionerConfig.builder()).build());
        }
    }
}
