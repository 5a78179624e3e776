package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A claim and what goes before its values.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.authentication.oidcProviders[].claimMappings.groups}.
 */
@Value.Immutable
@HcpModel
public interface PrefixedClaimMapping extends Model {
    /** The claim. */
    @Required
    @Nullable
    String getClaim();

    /** What goes before every value, so that it cannot be mistaken for one of the cluster's own; nothing by default. */
    @Nullable
    String getPrefix();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link PrefixedClaimMapping}. Not thread-safe. */
    final class Builder extends ImmutablePrefixedClaimMapping.Builder {
        Builder() {}
    }
}
