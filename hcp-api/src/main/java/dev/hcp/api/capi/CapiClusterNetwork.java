package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The networks of a cluster.
 *
 * <p>CRD field: Cluster {@code spec.clusterNetwork}.
 */
@Value.Immutable
@HcpModel
public interface CapiClusterNetwork extends Model {
    /** The port of the API server; 6443 by default. */
    @Nullable
    Integer getApiServerPort();

    /** The ranges of pod addresses. */
    @Nullable
    CapiNetworkRanges getPods();

    /** The domain of services. */
    @Nullable
    String getServiceDomain();

    /** The ranges of service addresses. */
    @Nullable
    CapiNetworkRanges getServices();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link CapiClusterNetwork}. Not thread-safe. */
    final class Builder extends ImmutableCapiClusterNetwork.Builder {
        Builder() {}

        /** Sets {@code pods} from a builder. */
        public Builder pods(UnaryOperator<CapiNetworkRanges.Builder> edit) {
            return pods(edit.apply(CapiNetworkRanges.builder()).build());
        }

        /** Sets {@code services} from a builder. */
        public Builder services(UnaryOperator<CapiNetworkRanges.Builder> edit) {
            return services(edit.apply(CapiNetworkRanges.builder()).build());
        }
    }
}
