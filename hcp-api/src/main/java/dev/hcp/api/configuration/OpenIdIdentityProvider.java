package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Logging in with OpenID Connect.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.oauth.identityProviders[].openID}.
 */
@Value.Immutable
@HcpModel
public interface OpenIdIdentityProvider extends Model {
    /** ConfigMap with the authority, under {@code ca.crt}, of the server's certificate. */
    @Nullable
    ConfigMapNameReference getCa();

    /** The claims that an identity is made from. */
    @Nullable
    OpenIdClaims getClaims();

    /** The identifier of the OAuth client. */
    @Nullable
    String getClientID();

    /** Secret with the secret of the client, under {@code clientSecret}. */
    @Nullable
    SecretNameReference getClientSecret();

    /** More parameters of the authorization request. */
    Map<String, String> getExtraAuthorizeParameters();

    /** Scopes to ask for besides {@code openid}. */
    List<String> getExtraScopes();

    /** The {@code https} URL of the issuer, without query or fragment. */
    @Nullable
    String getIssuer();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link OpenIdIdentityProvider}. Not thread-safe. */
    final class Builder extends ImmutableOpenIdIdentityProvider.Builder {
        Builder() {}

        /** Sets {@code ca} from a builder. */
        public Builder ca(UnaryOperator<ConfigMapNameReference.Builder> edit) {
            return ca(edit.apply(ConfigMapNameReference.builder()).build());
        }

        /** Sets {@code claims} from a builder. */
        public Builder claims(UnaryOperator<OpenIdClaims.Builder> edit) {
            return claims(edit.apply(OpenIdClaims.builder()).build());
        }

        /** Sets {@code clientSecret} from a builder. */
        public Builder clientSecret(UnaryOperator<SecretNameReference.Builder> edit) {
            return clientSecret(edit.apply(SecretNameReference.builder()).build());
        }
    }
}
