package dev.hcp.api.openshift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;

/**
 * Nothing: mirrors do not report.
 *
 * <p>CRD field: ImageDigestMirrorSet {@code status}.
 */
@Value.Immutable
@HcpModel
public interface ImageDigestMirrorSetStatus extends Model {
    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ImageDigestMirrorSetStatus}. Not thread-safe. */
    final class Builder extends ImmutableImageDigestMirrorSetStatus.Builder {
        Builder() {}
    }
}
