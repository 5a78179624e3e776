package dev.hcp.api.metal3;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An image for a host.
 *
 * <p>CRD field: BareMetalHost {@code spec.image}, BareMetalHost {@code status.provisioning.image}.
 */
@Value.Immutable
@HcpModel
public interface HostImage extends Model {
    /** The checksum, or a URL of it; none for live ISOs. */
    @Nullable
    String getChecksum();

    /** The algorithm; by default it is told by the length. */
    @Nullable
    ChecksumType getChecksumType();

    /** The format of the image. */
    @Nullable
    HostImageFormat getFormat();

    /** Where the image is. */
    @Required
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

    /** Builds {@link HostImage}. Not thread-safe. */
    final class Builder extends ImmutableHostImage.Builder {
        Builder() {}
    }
}
