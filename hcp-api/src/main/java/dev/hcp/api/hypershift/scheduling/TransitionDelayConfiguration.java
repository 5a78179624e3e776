package dev.hcp.api.hypershift.scheduling;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.value.GoDuration;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How long a cluster must want another size before it gets it, so that it does not move to and fro.
 *
 * <p>CRD field: ClusterSizingConfiguration {@code spec.transitionDelay}.
 */
@Value.Immutable
@HcpModel
public interface TransitionDelayConfiguration extends Model {
    /** The wait before a smaller size; ten minutes by default. */
    @Default("\"10m\"")
    @Pattern("^([0-9]+(\\.[0-9]+)?(s|m|h))+$")
    @Nullable
    GoDuration getDecrease();

    /** The wait before a larger size; half a minute by default. */
    @Default("\"30s\"")
    @Pattern("^([0-9]+(\\.[0-9]+)?(s|m|h))+$")
    @Nullable
    GoDuration getIncrease();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link TransitionDelayConfiguration}. Not thread-safe. */
    final class Builder extends ImmutableTransitionDelayConfiguration.Builder {
        Builder() {}
    }
}
