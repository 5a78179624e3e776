package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How it is told whether an add-on is available.
 *
 * <p>CRD field: ManagedClusterAddOn {@code status.healthCheck}.
 */
@Value.Immutable
@HcpModel
public interface AddOnHealthCheck extends Model {
    /** By what; Lease by default. */
    @Default("\"Lease\"")
    @Nullable
    AddOnHealthCheckMode getMode();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AddOnHealthCheck}. Not thread-safe. */
    final class Builder extends ImmutableAddOnHealthCheck.Builder {
        Builder() {}
    }
}
