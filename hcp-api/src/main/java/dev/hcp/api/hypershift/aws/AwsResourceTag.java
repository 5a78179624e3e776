package dev.hcp.api.hypershift.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A tag of AWS resources.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.aws.resourceTags[]}, HostedControlPlane {@code
 * spec.platform.aws.resourceTags[]}, NodePool {@code spec.platform.aws.resourceTags[]}.
 */
@Value.Immutable
@HcpModel
public interface AwsResourceTag extends Model {
    /** The key, up to 128 characters. */
    @Required
    @Pattern(value = "^[0-9A-Za-z_.:/=+-@]+$", until = Edition.V4_17)
    @Size(min = 1, max = 128)
    @Rule(
            value = "self.matches('^[0-9A-Za-z_.:/=+@-]+$')",
            message = "key must only contain letters, digits, and the characters _ . : / = + - @",
            since = Edition.LATEST)
    @Nullable
    String getKey();

    /** The value, up to 256 characters. */
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

    /** Builds {@link AwsResourceTag}. Not thread-safe. */
    final class Builder extends ImmutableAwsResourceTag.Builder {
        Builder() {}
    }
}
