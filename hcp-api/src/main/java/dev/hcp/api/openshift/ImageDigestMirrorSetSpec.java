package dev.hcp.api.openshift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.ListType;
import java.util.List;
import org.immutables.value.Value;

/**
 * Mirrors of registries.
 *
 * <p>CRD field: ImageDigestMirrorSet {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface ImageDigestMirrorSetSpec extends Model {
    /** The mirrors, by what they are of. */
    @ListType("atomic")
    List<ImageDigestMirrors> getImageDigestMirrors();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ImageDigestMirrorSetSpec}. Not thread-safe. */
    final class Builder extends ImmutableImageDigestMirrorSetSpec.Builder {
        Builder() {}
    }
}
