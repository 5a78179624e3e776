package dev.hcp.api.hypershift.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Since;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A tag for all AWS resources of a hosted cluster.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.aws.resourceTags[]}, HostedControlPlane {@code
 * spec.platform.aws.resourceTags[]}.
 */
@Value.Immutable
@HcpModel
public interface AwsClusterResourceTag extends Model {
    /** The key, up to 128 letters, digits and {@code _.:/=+-@}. */
    @Required
    @Pattern(value = "^[0-9A-Za-z_.:/=+-@]+$", until = Edition.V4_17)
    @Size(min = 1, max = 128)
    @Rule(
            value = "self.matches('^[0-9A-Za-z_.:/=+@-]+$')",
            message = "key must only contain letters, digits, and the characters _ . : / = + - @",
            since = Edition.LATEST)
    @Nullable
    String getKey();

    /** Whether a node pool may give the key another value for its own resources; it may not by default. */
    @Since(Edition.LATEST)
    @Nullable
    AwsTagOverridePolicy getOverridePolicy();

    /** The value, up to 256 of the same characters. */
    @Required
    @Pattern(value = "^[0-9A-Za-z_.:/=+-@]+$", until = Edition.V4_17)
    @Size(min = 1, max = 256)
    @Rule(
            value = "self.matches('^[0-9A-Za-z_.:/=+@-]+$')",
            message = "value must only contain letters, digits, and the characters _ . : / = + - @",
            since = Edition.LATEST)
    @Nullable
    String getValue();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsClusterResourceTag}. Not thread-safe. */
    final class Builder extends ImmutableAwsClusterResourceTag.Builder {
        Builder() {}
    }
}
