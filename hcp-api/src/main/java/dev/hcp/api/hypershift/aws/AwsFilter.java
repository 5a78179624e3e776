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
 * A filter of AWS look-ups.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.aws.cloudProviderConfig.subnet.filters[]}, HostedControlPlane
 * {@code spec.platform.aws.cloudProviderConfig.subnet.filters[]}, NodePool {@code
 * spec.platform.aws.securityGroups[].filters[]}.
 */
@Value.Immutable
@HcpModel
public interface AwsFilter extends Model {
    /** The name of the filter, such as {@code tag:Name}. */
    @Required
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getName();

    /** The values of which one must match. */
    @Required
    @Size(max = 50, since = Edition.LATEST)
    @Items(size = @Size(max = 255), since = Edition.LATEST)
    List<String> getValues();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsFilter}. Not thread-safe. */
    final class Builder extends ImmutableAwsFilter.Builder {
        Builder() {}
    }
}
