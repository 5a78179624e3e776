package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Users of an LDAP directory.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.oauth.identityProviders[].ldap}.
 */
@Value.Immutable
@HcpModel
public interface LdapIdentityProvider extends Model {
    /** The attributes that an identity is made from. */
    @Nullable
    LdapAttributes getAttributes();

    /** The name to bind with before searching; anonymous when empty. */
    @Nullable
    String getBindDN();

    /** Secret with the password to bind with, under {@code bindPassword}. */
    @Nullable
    SecretNameReference getBindPassword();

    /** ConfigMap with the authority, under {@code ca.crt}, of the server's certificate. */
    @Nullable
    ConfigMapNameReference getCa();

    /** Whether the connection is not encrypted; not allowed with {@code ldaps} URLs. */
    @Nullable
    Boolean getInsecure();

    /** An RFC 2255 URL: the host and the search to make. */
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

    /** Builds {@link LdapIdentityProvider}. Not thread-safe. */
    final class Builder extends ImmutableLdapIdentityProvider.Builder {
        Builder() {}

        /** Sets {@code attributes} from a builder. */
        public Builder attributes(UnaryOperator<LdapAttributes.Builder> edit) {
            return attributes(edit.apply(LdapAttributes.builder()).build());
        }

        /** Sets {@code bindPassword} from a builder. */
        public Builder bindPassword(UnaryOperator<SecretNameReference.Builder> edit) {
            return bindPassword(edit.apply(SecretNameReference.builder()).build());
        }

        /** Sets {@code ca} from a builder. */
        public Builder ca(UnaryOperator<ConfigMapNameReference.Builder> edit) {
            return ca(edit.apply(ConfigMapNameReference.builder()).build());
        }
    }
}
