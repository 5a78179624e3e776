package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What is different from the scheduler's profile.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.scheduler.profileCustomizations}.
 */
@Value.Immutable
@HcpModel
public interface SchedulerProfileCustomizations extends Model {
    /** Whether devices are allocated to pods by claims; empty for the default. */
    @Nullable
    DynamicResourceAllocation getDynamicResourceAllocation();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link SchedulerProfileCustomizations}. Not thread-safe. */
    final class Builder extends ImmutableSchedulerProfileCustomizations.Builder {
        Builder() {}
    }
}
