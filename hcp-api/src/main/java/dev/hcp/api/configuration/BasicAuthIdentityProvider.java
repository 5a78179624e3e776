package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A server that judges names and passwords by HTTP basic authentication.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.oauth.identityProviders[].basicAuth}.
 */
@Value.Immutable
@HcpModel
public interface BasicAuthIdentityProvider extends Model {
    /** ConfigMap with the authority, under {@code ca.crt}, of the server's certificate. */
    @Nullable
    ConfigMapNameReference getCa();

    /** Secret with the client certificate, under {@code tls.crt}. */
    @Nullable
    SecretNameReference getTlsClientCert();

    /** Secret with the key of the client certificate, under {@code tls.key}. */
    @Nullable
    SecretNameReference getTlsClientKey();

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

    /** Builds {@link BasicAuthIdentityProvider}. Not thread-safe. */
    final class Builder extends ImmutableBasicAuthIdentityProvider.Builder {
        Builder() {}

        /** Sets {@code ca} from a builder. */
        public Builder ca(UnaryOperator<ConfigMapNameReference.Builder> edit) {
            return ca(edit.apply(ConfigMapNameReference.builder()).build());
        }

        /** Sets {@code tlsClientCert} from a builder. */
        public Builder tlsClientCert(UnaryOperator<SecretNameReference.Builder> edit) {
            return tlsClientCert(edit.apply(SecretNameReference.builder()).build());
        }

        /** Sets {@code tlsClientKey} from a builder. */
        public Builder tlsClientKey(UnaryOperator<SecretNameReference.Builder> edit) {
            return tlsClientKey(edit.apply(SecretNameReference.builder()).build());
        }
    }
}
