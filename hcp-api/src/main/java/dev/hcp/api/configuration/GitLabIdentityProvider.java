package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Logging in with GitLab.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.oauth.identityProviders[].gitlab}.
 */
@Value.Immutable
@HcpModel
public interface GitLabIdentityProvider extends Model {
    /** ConfigMap with the authority, under {@code ca.crt}, of the server's certificate. */
    @Nullable
    ConfigMapNameReference getCa();

    /** The identifier of the OAuth client. */
    @Nullable
    String getClientID();

    /** Secret with the secret of the client, under {@code clientSecret}. */
    @Nullable
    SecretNameReference getClientSecret();

    /** The URL of the server. */
    @Nullable
    String getUrl();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link GitLabIdentityProvider}. Not thread-safe. */
    final class Builder extends ImmutableGitLabIdentityProvider.Builder {
        Builder() {}

        /** Sets {@code ca} from a builder. */
        public Builder ca(UnaryOperator<ConfigMapNameReference.Builder> edit) {
            return ca(edit.apply(ConfigMapNameReference.builder()).build());
        }

        /** Sets {@code clientSecret} from a builder. */
        public Builder clientSecret(UnaryOperator<SecretNameReference.Builder> edit) {
            return clientSecret(edit.apply(SecretNameReference.builder()).build());
        }
    }
}
