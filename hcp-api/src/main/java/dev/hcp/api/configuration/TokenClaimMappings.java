package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Since;
import dev.hcp.api.schema.Size;
import java.util.List;
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
    /** Further attributes of the user. */
    @Since(Edition.LATEST)
    @Size(max = 32)
    @ListType(value = "map", keys = "key")
    List<ExtraMapping> getExtra();

    /** The claim with the groups of the user. */
    @Nullable
    PrefixedClaimMapping getGroups();

    /** The claim, or what is worked out of claims, that becomes the user's UID; {@code sub} by default. */
    @Since(Edition.LATEST)
    @Nullable
    TokenClaimOrExpression getUid();

    /** The claim with the name of the user. */
    @Required(since = Edition.LATEST)
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

        /** Sets {@code uid} from a builder. */
        public Builder uid(UnaryOperator<TokenClaimOrExpression.Builder> edit) {
            return uid(edit.apply(TokenClaimOrExpression.builder()).build());
        }

        /** Sets {@code username} from a builder. */
        public Builder username(UnaryOperator<UsernameClaimMapping.Builder> edit) {
            return username(edit.apply(UsernameClaimMapping.builder()).build());
        }
    }
}
