package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What is not as usual in an installation.
 *
 * <p>CRD field: MultiClusterEngine {@code spec.overrides}.
 */
@Value.Immutable
@HcpModel
public interface MceOverrides extends Model {
    /** Components that are switched on or off. */
    List<MceComponent> getComponents();

    /** When images are pulled. */
    @Nullable
    String getImagePullPolicy();

    /** The namespace where the assisted service looks for its secrets. */
    @Nullable
    String getInfrastructureCustomNamespace();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link MceOverrides}. Not thread-safe. */
    final class Builder extends ImmutableMceOverrides.Builder {
        Builder() {}
    }
}
