package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import io.fabric8.kubernetes.api.model.IntOrString;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * RollingUpdate.
 *
 * <p>CRD field: NodePool {@code spec.management.replace.rollingUpdate}.
 */
@Value.Immutable
@HcpModel
public interface RollingUpdate extends Model {
    /** {@code maxSurge}. */
    @Nullable
    IntOrString getMaxSurge();

    /** {@code maxUnavailable}. */
    @Nullable
    IntOrString getMaxUnavailable();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link RollingUpdate}. Not thread-safe. */
    final class Builder extends ImmutableRollingUpdate.Builder {
        Builder() {}
    }
}
