package dev.hcp.api.hypershift.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Items;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Size;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What was made for a private link endpoint.
 *
 * <p>CRD field: AWSEndpointService {@code status}.
 */
@Value.Immutable
@HcpModel
public interface AwsEndpointServiceStatus extends Model {
    /** What is observed, by condition type; AWSEndpointServiceAvailable and AWSEndpointAvailable. */
    @Size(max = 10, since = Edition.LATEST)
    @ListType(value = "map", keys = "type")
    List<Condition> getConditions();

    /** The names that lead to the endpoint, in the private zone. */
    @Size(max = 10, since = Edition.LATEST)
    @Items(size = @Size(max = 253), since = Edition.LATEST)
    List<String> getDnsNames();

    /** The private zone that holds the names. */
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getDnsZoneID();

    /** The endpoint in the network of the nodes. */
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getEndpointID();

    /** The endpoint service in the management account. */
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getEndpointServiceName();

    /** The security group of the endpoint. */
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getSecurityGroupID();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsEndpointServiceStatus}. Not thread-safe. */
    final class Builder extends ImmutableAwsEndpointServiceStatus.Builder {
        Builder() {}
    }
}
