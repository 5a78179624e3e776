package dev.hcp.api.hypershift.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Size;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A resource, by identifier or by filters.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.aws.cloudProviderConfig.subnet}, HostedControlPlane {@code
 * spec.platform.aws.cloudProviderConfig.subnet}, NodePool {@code spec.platform.aws.securityGroups[]}.
 */
@Value.Immutable
@HcpModel
public interface AwsResourceReference extends Model {
    /** Filters that find the resource. */
    @Size(max = 50, since = Edition.LATEST)
    List<AwsFilter> getFilters();

    /** The identifier. */
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getId();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsResourceReference}. Not thread-safe. */
    final class Builder extends ImmutableAwsResourceReference.Builder {
        Builder() {}
    }
}
