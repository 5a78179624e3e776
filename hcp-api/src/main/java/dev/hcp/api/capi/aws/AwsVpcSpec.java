package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.Rule;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A virtual private cloud.
 *
 * <p>CRD field: AWSCluster {@code spec.network.vpc}.
 */
@Value.Immutable
@HcpModel
public interface AwsVpcSpec extends Model {
    /** How zones are chosen for subnets that are made; Ordered by default. */
    @Default("\"Ordered\"")
    @OneOf({"Ordered", "Random"})
    @Nullable
    String getAvailabilityZoneSelection();

    /** How many zones are used for subnets that are made; 3 by default. */
    @Default("3")
    @Format("")
    @Minimum(1)
    @Nullable
    Integer getAvailabilityZoneUsageLimit();

    /** The gateway of wavelength zones. */
    @Rule(value = "self.startsWith('cagw-')", message = "Carrier Gateway ID must start with 'cagw-'")
    @Nullable
    String getCarrierGatewayId();

    /** The IPv4 range. */
    @Nullable
    String getCidrBlock();

    /** Whether the rules of the default security group are removed. */
    @Nullable
    Boolean getEmptyRoutesDefaultVPCSecurityGroup();

    /** The identifier; one is made when empty. */
    @Nullable
    String getId();

    /** The gateway to the internet. */
    @Nullable
    String getInternetGatewayId();

    /** The pool that the IPv4 range comes from. */
    @Nullable
    AwsIpamPool getIpamPool();

    /** IPv6. */
    @Nullable
    AwsIpv6 getIpv6();

    /** What private host names are made from. */
    @OneOf({"ip-name", "resource-name"})
    @Nullable
    String getPrivateDnsHostnameTypeOnLaunch();

    /** The tags. */
    Map<String, String> getTags();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsVpcSpec}. Not thread-safe. */
    final class Builder extends ImmutableAwsVpcSpec.Builder {
        Builder() {}

        /** Sets {@code ipamPool} from a builder. */
        public Builder ipamPool(UnaryOperator<AwsIpamPool.Builder> edit) {
            return ipamPool(edit.apply(AwsIpamPool.builder()).build());
        }

        /** Sets {@code ipv6} from a builder. */
        public Builder ipv6(UnaryOperator<AwsIpv6.Builder> edit) {
            return ipv6(edit.apply(AwsIpv6.builder()).build());
        }
    }
}
