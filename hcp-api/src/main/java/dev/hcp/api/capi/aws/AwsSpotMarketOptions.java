package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A spot instance.
 *
 * <p>CRD field: AWSMachine {@code spec.spotMarketOptions}.
 */
@Value.Immutable
@HcpModel
public interface AwsSpotMarketOptions extends Model {
    /** The most to pay per hour, in US dollars; the price on demand when absent. */
    @Nullable
    String getMaxPrice();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsSpotMarketOptions}. Not thread-safe. */
    final class Builder extends ImmutableAwsSpotMarketOptions.Builder {
        Builder() {}
    }
}
