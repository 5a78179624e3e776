package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An environment variable.
 *
 * <p>CRD field: MultiClusterEngine {@code
 * spec.overrides.components[].configOverrides.deployments[].containers[].env[]}.
 */
@Value.Immutable
@HcpModel
public interface MceEnvironmentVariable extends Model {
    /** The name. */
    @Nullable
    String getName();

    /** The value. */
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

    /** Builds {@link MceEnvironmentVariable}. Not thread-safe. */
    final class Builder extends ImmutableMceEnvironmentVariable.Builder {
        Builder() {}
    }
}
