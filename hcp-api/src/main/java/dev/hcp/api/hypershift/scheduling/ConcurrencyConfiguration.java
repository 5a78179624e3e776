package dev.hcp.api.hypershift.scheduling;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.value.GoDuration;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A bound on the clusters that change size, over a sliding window.
 *
 * <p>CRD field: ClusterSizingConfiguration {@code spec.concurrency}.
 */
@Value.Immutable
@HcpModel
public interface ConcurrencyConfiguration extends Model {
    /** Changes allowed in a window; 5 by default. */
    @Default("5")
    @Minimum(1)
    @Nullable
    Integer getLimit();

    /** The length of the window; ten minutes by default. */
    @Default("\"10m\"")
    @Pattern("^([0-9]+(\\.[0-9]+)?(s|m|h))+$")
    @Nullable
    GoDuration getSlidingWindow();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ConcurrencyConfiguration}. Not thread-safe. */
    final class Builder extends ImmutableConcurrencyConfiguration.Builder {
        Builder() {}
    }
}
