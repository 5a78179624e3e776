package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Since;
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
@Rule(
        value = "has(self.type) && self.type == 'CEL' ? has(self.cel) : !has(self.cel)",
        message = "cel must be set when type is 'CEL', and forbidden otherwise",
        since = Edition.LATEST)
@Rule(
        value = "has(self.type) && self.type == 'RequiredClaim' ? has(self.requiredClaim) : !has(self.requiredClaim)",
        message = "requiredClaim must be set when type is 'RequiredClaim', and forbidden otherwise",
        since = Edition.LATEST)
public interface TokenClaimValidationRule extends Model {
    /** Details of a rule in CEL. */
    @Since(Edition.LATEST)
    @Nullable
    TokenClaimCelRule getCel();

    /** The claim, for type RequiredClaim. */
    @Nullable
    TokenRequiredClaim getRequiredClaim();

    /** The kind of rule; RequiredClaim by default. */
    @Required(since = Edition.LATEST)
    @Default(value = "\"RequiredClaim\"", until = Edition.V4_17)
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

        /** Sets {@code cel} from a builder. */
        public Builder cel(UnaryOperator<TokenClaimCelRule.Builder> edit) {
            return cel(edit.apply(TokenClaimCelRule.builder()).build());
        }

        /** Sets {@code requiredClaim} from a builder. */
        public Builder requiredClaim(UnaryOperator<TokenRequiredClaim.Builder> edit) {
            return requiredClaim(edit.apply(TokenRequiredClaim.builder()).build());
        }
    }
}
