package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How one control plane service is published.
 *
 * <p>CRD field: HostedCluster {@code spec.services[]}, HostedControlPlane {@code spec.services[]}.
 */
@Value.Immutable
@HcpModel
public interface ServicePublishingStrategyMapping extends Model {
    /** The service. */
    @Required
    @Nullable
    ServiceType getService();

    /** How it is published. */
    @Required
    @Nullable
    ServicePublishingStrategy getServicePublishingStrategy();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ServicePublishingStrategyMapping}. Not thread-safe. */
    final class Builder extends ImmutableServicePublishingStrategyMapping.Builder {
        Builder() {}

        /** Sets {@code servicePublishingStrategy} from a builder. */
        public Builder servicePublishingStrategy(UnaryOperator<ServicePublishingStrategy.Builder> edit) {
            return servicePublishingStrategy(
                    edit.apply(ServicePublishingStrategy.builder()).build());
        }
    }
}
