package dev.hcp.api.capi.aws;

import dev.hcp.api.capi.CapiCondition;
import dev.hcp.api.capi.CapiFailureDomain;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Required;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the AWS side of a cluster is.
 *
 * <p>CRD field: AWSCluster {@code status}.
 */
@Value.Immutable
@HcpModel
public interface AwsClusterStatus extends Model {
    /** The host through which others are reached. */
    @Nullable
    AwsInstance getBastion();

    /** What is observed, by condition type. */
    List<CapiCondition> getConditions();

    /** The domains that fail independently, by name. */
    Map<String, CapiFailureDomain> getFailureDomains();

    /** Load balancers, gateways and security groups that were made. */
    @Nullable
    AwsNetworkStatus getNetworkStatus();

    /** Whether machines can be made. */
    @Required
    @Default("false")
    @Nullable
    Boolean getReady();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsClusterStatus}. Not thread-safe. */
    final class Builder extends ImmutableAwsClusterStatus.Builder {
        Builder() {}

        /** Sets {@code bastion} from a builder. */
        public Builder bastion(UnaryOperator<AwsInstance.Builder> edit) {
            return bastion(edit.apply(AwsInstance.builder()).build());
        }

        /** Sets {@code networkStatus} from a builder. */
        public Builder networkStatus(UnaryOperator<AwsNetworkStatus.Builder> edit) {
            return networkStatus(edit.apply(AwsNetworkStatus.builder()).build());
        }
    }
}
