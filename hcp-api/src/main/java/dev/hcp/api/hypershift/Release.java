package dev.hcp.api.hypershift;

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
 * A release.
 *
 * <p>CRD field: HostedCluster {@code spec.controlPlaneRelease}, HostedCluster {@code spec.release}, NodePool {@code
 * spec.release}.
 */
@Value.Immutable
@HcpModel
public interface Release extends Model {
    /** The release image, by tag or digest. */
    @Required
    @Pattern(value = "^(\\w+\\S+)$", until = Edition.V4_17)
    @Size(min = 1, max = 253, since = Edition.LATEST)
    @Rule(
            value = "self.matches('^(\\\\w+\\\\S+)$')",
            message =
                    "Image must start with a word character (letters, digits, or underscores) and contain no white spaces",
            since = Edition.LATEST)
    @Nullable
    String getImage();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link Release}. Not thread-safe. */
    final class Builder extends ImmutableRelease.Builder {
        Builder() {}
    }
}
