package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Logging in with GitHub or GitHub Enterprise.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.oauth.identityProviders[].github}.
 */
@Value.Immutable
@HcpModel
public interface GitHubIdentityProvider extends Model {
    /** ConfigMap with the authority, under {@code ca.crt}, of the server's certificate; for a host name alone. */
    @Nullable
    ConfigMapNameReference getCa();

    /** The identifier of the OAuth client. */
    @Nullable
    String getClientID();

    /** Secret with the secret of the client, under {@code clientSecret}. */
    @Nullable
    SecretNameReference getClientSecret();

    /** The host name of a GitHub Enterprise. */
    @Nullable
    String getHostname();

    /** The organizations, one of which users must be in; any when empty. */
    List<String> getOrganizations();

    /** The teams, as {@code organization/team}, one of which users must be in; any when empty. */
    List<String> getTeams();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link GitHubIdentityProvider}. Not thread-safe. */
    final class Builder extends ImmutableGitHubIdentityProvider.Builder {
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
