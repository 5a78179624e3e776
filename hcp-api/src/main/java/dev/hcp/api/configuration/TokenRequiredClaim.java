package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A claim that a token must have.
 *
 * <p>CRD field: HostedCluster {@code
 * spec.configuration.authentication.oidcProviders[].claimValidationRules[].requiredClaim}.
 */
@Value.Immutable
@HcpModel
public interface TokenRequiredClaim extends Model {
    /** The claim. */
    @Required
    @Size(min = 1)
    @Nullable
    String getClaim();

    /** Its value. */
    @Required
    @Size(min = 1)
    @Nullable
    String getRequiredValue();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link TokenRequiredClaim}. Not thread-safe. */
    final class Builder extends ImmutableTokenRequiredClaim.Builder {
        Builder() {}
    }
}
