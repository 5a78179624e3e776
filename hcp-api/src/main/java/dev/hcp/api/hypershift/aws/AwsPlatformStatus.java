package dev.hcp.api.hypershift.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What AWS adds to the status of a cluster.
 *
 * <p>CRD field: HostedCluster {@code status.platform.aws}, HostedControlPlane {@code status.platform.aws}.
 */
@Value.Immutable
@HcpModel
public interface AwsPlatformStatus extends Model {
    /** The security group of all workers. */
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getDefaultWorkerSecurityGroupID();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsPlatformStatus}. Not thread-safe. */
    final class Builder extends ImmutableAwsPlatformStatus.Builder {
        Builder() {}
    }
}
