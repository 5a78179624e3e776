package dev.hcp.api.hypershift.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint that replaces that of an AWS service.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.aws.serviceEndpoints[]}, HostedControlPlane {@code
 * spec.platform.aws.serviceEndpoints[]}.
 */
@Value.Immutable
@HcpModel
public interface AwsServiceEndpoint extends Model {
    /** The service. */
    @Required
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getName();

    /** The URL, {@code https} only. */
    @Required
    @Pattern("^https://")
    @Size(max = 2048, since = Edition.LATEST)
    @Nullable
    String getUrl();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsServiceEndpoint}. Not thread-safe. */
    final class Builder extends ImmutableAwsServiceEndpoint.Builder {
        Builder() {}
    }
}
