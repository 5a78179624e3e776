package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import dev.hcp.api.value.GoDuration;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The bucket for first configurations that are too long for user data.
 *
 * <p>CRD field: AWSCluster {@code spec.s3Bucket}.
 */
@Value.Immutable
@HcpModel
public interface AwsS3Bucket extends Model {
    /** Whether failing to remove what is in it does not keep machines from going. */
    @Nullable
    Boolean getBestEffortDeleteObjects();

    /** The instance profile of control plane machines, which may read it. */
    @Nullable
    String getControlPlaneIAMInstanceProfile();

    /** The name. */
    @Required
    @Pattern("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$")
    @Size(min = 3, max = 63)
    @Nullable
    String getName();

    /** The instance profiles of other machines, which may read it. */
    List<String> getNodesIAMInstanceProfiles();

    /** How long the URLs last with which machines read it. */
    @Nullable
    GoDuration getPresignedURLDuration();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsS3Bucket}. Not thread-safe. */
    final class Builder extends ImmutableAwsS3Bucket.Builder {
        Builder() {}
    }
}
