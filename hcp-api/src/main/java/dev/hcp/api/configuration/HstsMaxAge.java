package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Maximum;
import dev.hcp.api.schema.Minimum;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Bounds of the age, in seconds, during which browsers keep to encryption.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.ingress.requiredHSTSPolicies[].maxAge}.
 */
@Value.Immutable
@HcpModel
public interface HstsMaxAge extends Model {
    /** The upper bound; 0 when no host may use strict transport security any more, absent for none. */
    @Minimum(0)
    @Maximum(2147483647)
    @Nullable
    Integer getLargestMaxAge();

    /** The lower bound; absent for none. */
    @Minimum(0)
    @Maximum(2147483647)
    @Nullable
    Integer getSmallestMaxAge();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link HstsMaxAge}. Not thread-safe. */
    final class Builder extends ImmutableHstsMaxAge.Builder {
        Builder() {}
    }
}
