package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Logging in with Google.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.oauth.identityProviders[].google}.
 */
@Value.Immutable
@HcpModel
public interface GoogleIdentityProvider extends Model {
    /** The identifier of the OAuth client. */
    @Nullable
    String getClientID();

    /** Secret with the secret of the client, under {@code clientSecret}. */
    @Nullable
    SecretNameReference getClientSecret();

    /** The Google domain that users must be of; any when empty. */
    @Nullable
    String getHostedDomain();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link GoogleIdentityProvider}. Not thread-safe. */
    final class Builder extends ImmutableGoogleIdentityProvider.Builder {
        Builder() {}

        /** Sets {@code clientSecret} from a builder. */
        public Builder clientSecret(UnaryOperator<SecretNameReference.Builder> edit) {
            return clientSecret(edit.apply(SecretNameReference.builder()).build());
        }
    }
}
