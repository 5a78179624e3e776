package dev.hcp.api.hypershift.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Items;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A private link endpoint that is wanted for a service of a hosted control plane.
 *
 * <p>CRD field: AWSEndpointService {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface AwsEndpointServiceSpec extends Model {
    /** The network load balancer in the management account that the endpoint service stands in front of. */
    @Required
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getNetworkLoadBalancerName();

    /** Tags of the endpoint service. */
    @Size(max = 25, since = Edition.LATEST)
    List<AwsResourceTag> getResourceTags();

    /** The subnets from which nodes reach the endpoint. */
    @Size(max = 10, since = Edition.LATEST)
    @Items(size = @Size(max = 63), since = Edition.LATEST)
    List<String> getSubnetIDs();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsEndpointServiceSpec}. Not thread-safe. */
    final class Builder extends ImmutableAwsEndpointServiceSpec.Builder {
        Builder() {}
    }
}
