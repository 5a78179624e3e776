package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Rule;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a user is made from the claims of a token.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.authentication.oidcProviders[].claimMappings}.
 */
@Value.Immutable
@HcpModel
public interface TokenClaimMappings extends Model {
    /** The claim with the groups of the user. */
    @Nullable
    PrefixedClaimMapping getGroups();

    /** The claim with the name of the user. */
    @Rule(
            value =
                    "has(self.prefixPolicy) && self.prefixPolicy == 'Prefix' ? (has(self.prefix) && size(self.prefix.prefixString) > 0) : !has(self.prefix)",
            message = "prefix must be set if prefixPolicy is 'Prefix', but must remain unset otherwise")
    @Nullable
    UsernameClaimMapping getUsername();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link TokenClaimMappings}. Not thread-safe. */
    final class Builder extends ImmutableTokenClaimMappings.Builder {
        Builder() {}

        /** Sets {@code groups} from a builder. */
        public Builder groups(UnaryOperator<PrefixedClaimMapping.Builder> edit) {
            return groups(edit.apply(PrefixedClaimMapping.builder()).build());
        }

        /** Sets {@code username} from a builder. */
        public Builder username(UnaryOperator<UsernameClaimMapping.Builder> edit) {
            return username(edit.apply(UsernameClaimMapping.builder()).build());
        }
    }
}
