package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.ListType;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * External addresses of services.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.network.externalIP}.
 */
@Value.Immutable
@HcpModel
public interface ExternalIpConfig extends Model {
    /** The range from which services of type LoadBalancer get one by themselves. */
    @ListType("atomic")
    List<String> getAutoAssignCIDRs();

    /** What may be asked for; nothing when absent. */
    @Nullable
    ExternalIpPolicy getPolicy();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ExternalIpConfig}. Not thread-safe. */
    final class Builder extends ImmutableExternalIpConfig.Builder {
        Builder() {}

        /** Sets {@code policy} from a builder. */
        public Builder policy(UnaryOperator<ExternalIpPolicy.Builder> edit) {
            return policy(edit.apply(ExternalIpPolicy.builder()).build());
        }
    }
}
