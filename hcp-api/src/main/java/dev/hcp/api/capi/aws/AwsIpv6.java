package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * IPv6 in a virtual private cloud.
 *
 * <p>CRD field: AWSCluster {@code spec.network.vpc.ipv6}.
 */
@Value.Immutable
@HcpModel
public interface AwsIpv6 extends Model {
    /** The range. */
    @Nullable
    String getCidrBlock();

    /** The gateway to the internet. */
    @Nullable
    String getEgressOnlyInternetGatewayId();

    /** The pool that the range comes from. */
    @Nullable
    AwsIpamPool getIpamPool();

    /** The pool of own addresses that the range comes from. */
    @Nullable
    String getPoolId();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsIpv6}. Not thread-safe. */
    final class Builder extends ImmutableAwsIpv6.Builder {
        Builder() {}

        /** Sets {@code ipamPool} from a builder. */
        public Builder ipamPool(UnaryOperator<AwsIpamPool.Builder> edit) {
            return ipamPool(edit.apply(AwsIpamPool.builder()).build());
        }
    }
}
