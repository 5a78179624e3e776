package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A value from a token: of one claim, or worked out of several.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.authentication.oidcProviders[].claimMappings.uid},
 * HostedControlPlane {@code spec.configuration.authentication.oidcProviders[].claimMappings.uid}.
 */
@Value.Immutable
@HcpModel
@Rule(
        value = "has(self.claim) ? !has(self.expression) : has(self.expression)",
        message = "precisely one of claim or expression must be set")
public interface TokenClaimOrExpression extends Model {
    /** The claim; excludes {@code expression}. */
    @Size(min = 1, max = 256)
    @Nullable
    String getClaim();

    /** The value in CEL; {@code claims} are the claims of the token. */
    @Size(min = 1, max = 1024)
    @Nullable
    String getExpression();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link TokenClaimOrExpression}. Not thread-safe. */
    final class Builder extends ImmutableTokenClaimOrExpression.Builder {
        Builder() {}
    }
}
