package dev.hcp.api.hypershift;

import dev.hcp.api.hypershift.aws.AwsPlatformStatus;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the platform adds to the status of a cluster.
 *
 * <p>CRD field: HostedCluster {@code status.platform}, HostedControlPlane {@code status.platform}.
 */
@Value.Immutable
@HcpModel
public interface PlatformStatus extends Model {
    /** What AWS adds. */
    @Nullable
    AwsPlatformStatus getAws();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link PlatformStatus}. Not thread-safe. */
    final class Builder extends ImmutablePlatformStatus.Builder {
        Builder() {}

        /** Sets {@code aws} from a builder. */
        public Builder aws(UnaryOperator<AwsPlatformStatus.Builder> edit) {
            return aws(edit.apply(AwsPlatformStatus.builder()).build());
        }
    }
}
