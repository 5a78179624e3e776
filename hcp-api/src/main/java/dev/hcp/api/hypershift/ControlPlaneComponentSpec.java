package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;

/**
 * Nothing: a component is reported, not wished for.
 *
 * <p>CRD field: ControlPlaneComponent {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface ControlPlaneComponentSpec extends Model {
    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ControlPlaneComponentSpec}. Not thread-safe. */
    final class Builder extends ImmutableControlPlaneComponentSpec.Builder {
        Builder() {}
    }
}
