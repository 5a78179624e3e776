package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A subnet.
 *
 * <p>CRD field: AWSCluster {@code spec.network.subnets[]}.
 */
@Value.Immutable
@HcpModel
public interface AwsSubnetSpec extends Model {
    /** The availability zone. */
    @Nullable
    String getAvailabilityZone();

    /** The IPv4 range. */
    @Nullable
    String getCidrBlock();

    /** The identifier; one that does not begin with {@code subnet-} is the name of a subnet to make. */
    @Required
    @Nullable
    String getId();

    /** The IPv6 range. */
    @Nullable
    String getIpv6CidrBlock();

    /** Whether it has an IPv6 range. */
    @Nullable
    Boolean getIsIpv6();

    /** Whether it is reached from the internet. */
    @Nullable
    Boolean getIsPublic();

    /** The gateway that it reaches the internet by. */
    @Nullable
    String getNatGatewayId();

    /** The zone that a local zone belongs to. */
    @Nullable
    String getParentZoneName();

    /** The identifier that AWS gave. */
    @Nullable
    String getResourceID();

    /** The route table. */
    @Nullable
    String getRouteTableId();

    /** The tags. */
    Map<String, String> getTags();

    /** The kind of zone. */
    @Nullable
    AwsZoneType getZoneType();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsSubnetSpec}. Not thread-safe. */
    final class Builder extends ImmutableAwsSubnetSpec.Builder {
        Builder() {}
    }
}
