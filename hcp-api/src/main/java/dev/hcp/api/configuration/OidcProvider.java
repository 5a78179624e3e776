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
 * An OpenID Connect provider whose tokens the API server accepts.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.authentication.oidcProviders[]}.
 */
@Value.Immutable
@HcpModel
public interface OidcProvider extends Model {
    /** How a user is made from the claims of a token. */
    @Required(since = Edition.LATEST)
    @Nullable
    TokenClaimMappings getClaimMappings();

    /** What tokens must claim besides. */
    @ListType("atomic")
    List<TokenClaimValidationRule> getClaimValidationRules();

    /** Who issues the tokens and for whom. */
    @Required
    @Nullable
    TokenIssuer getIssuer();

    /** The name of the provider. */
    @Required
    @Size(min = 1)
    @Nullable
    String getName();

    /** The clients that components of the platform log in with. */
    @Size(max = 20)
    @ListType(
            value = "map",
            keys = {"componentNamespace", "componentName"})
    List<OidcClient> getOidcClients();

    /** Rules that a user must keep once the claims of the token are mapped. */
    @Since(Edition.LATEST)
    @Size(min = 1, max = 64)
    @ListType(value = "map", keys = "expression")
    List<TokenUserValidationRule> getUserValidationRules();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link OidcProvider}. Not thread-safe. */
    final class Builder extends ImmutableOidcProvider.Builder {
        Builder() {}

        /** Sets {@code claimMappings} from a builder. */
        public Builder claimMappings(UnaryOperator<TokenClaimMappings.Builder> edit) {
            return claimMappings(edit.apply(TokenClaimMappings.builder()).build());
        }

        /** Sets {@code issuer} from a builder. */
        public Builder issuer(UnaryOperator<TokenIssuer.Builder> edit) {
            return issuer(edit.apply(TokenIssuer.builder()).build());
        }
    }
}
