package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import io.fabric8.kubernetes.api.model.IntOrString;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How many nodes a rolling update touches at once.
 *
 * <p>CRD field: NodePool {@code spec.management.replace.rollingUpdate}.
 */
@Value.Immutable
@HcpModel
public interface RollingUpdate extends Model {
    /** How many nodes, or what share of them, may be there beyond the wanted number. */
    @Nullable
    IntOrString getMaxSurge();

    /** How many nodes, or what share of them, may be missing. */
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
