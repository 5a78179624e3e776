package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A pool that ranges of addresses come from.
 *
 * <p>CRD field: AWSCluster {@code spec.network.vpc.ipamPool}, AWSCluster {@code spec.network.vpc.ipv6.ipamPool}.
 */
@Value.Immutable
@HcpModel
public interface AwsIpamPool extends Model {
    /** The identifier. */
    @Nullable
    String getId();

    /** The name. */
    @Nullable
    String getName();

    /** The length of the prefix of ranges from it. */
    @Nullable
    Long getNetmaskLength();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsIpamPool}. Not thread-safe. */
    final class Builder extends ImmutableAwsIpamPool.Builder {
        Builder() {}
    }
}
