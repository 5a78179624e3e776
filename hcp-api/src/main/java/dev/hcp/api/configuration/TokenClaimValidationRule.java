package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A rule that a token must pass.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.authentication.oidcProviders[].claimValidationRules[]}.
 */
@Value.Immutable
@HcpModel
public interface TokenClaimValidationRule extends Model {
    /** The claim, for type RequiredClaim. */
    @Nullable
    TokenRequiredClaim getRequiredClaim();

    /** The kind of rule; RequiredClaim by default. */
    @Default("\"RequiredClaim\"")
    @Nullable
    TokenValidationRuleType getType();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link TokenClaimValidationRule}. Not thread-safe. */
    final class Builder extends ImmutableTokenClaimValidationRule.Builder {
        Builder() {}

        /** Sets {@code requiredClaim} from a builder. */
        public Builder requiredClaim(UnaryOperator<TokenRequiredClaim.Builder> edit) {
            return requiredClaim(edit.apply(TokenRequiredClaim.builder()).build());
        }
    }
}
