package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.OneOf;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A way to log in: a type and the member of that type.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.oauth.identityProviders[]}.
 */
@Value.Immutable
@HcpModel
public interface IdentityProvider extends Model {
    /** For type BasicAuth. */
    @Nullable
    BasicAuthIdentityProvider getBasicAuth();

    /** For type GitHub. */
    @Nullable
    GitHubIdentityProvider getGithub();

    /** For type GitLab. */
    @Nullable
    GitLabIdentityProvider getGitlab();

    /** For type Google. */
    @Nullable
    GoogleIdentityProvider getGoogle();

    /** For type HTPasswd. */
    @Nullable
    HtPasswdIdentityProvider getHtpasswd();

    /** For type Keystone. */
    @Nullable
    KeystoneIdentityProvider getKeystone();

    /** For type LDAP. */
    @Nullable
    LdapIdentityProvider getLdap();

    /** How identities become users; claim by default. */
    @OneOf({})
    @Nullable
    IdentityMappingMethod getMappingMethod();

    /** The name, which identities and redirect URLs carry: no {@code /} or {@code :}, and unique. */
    @Nullable
    String getName();

    /** For type OpenID. */
    @Nullable
    OpenIdIdentityProvider getOpenID();

    /** For type RequestHeader. */
    @Nullable
    RequestHeaderIdentityProvider getRequestHeader();

    /** The kind of provider. */
    @OneOf({})
    @Nullable
    IdentityProviderType getType();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link IdentityProvider}. Not thread-safe. */
    final class Builder extends ImmutableIdentityProvider.Builder {
        Builder() {}

        /** Sets {@code basicAuth} from a builder. */
        public Builder basicAuth(UnaryOperator<BasicAuthIdentityProvider.Builder> edit) {
            return basicAuth(edit.apply(BasicAuthIdentityProvider.builder()).build());
        }

        /** Sets {@code github} from a builder. */
        public Builder github(UnaryOperator<GitHubIdentityProvider.Builder> edit) {
            return github(edit.apply(GitHubIdentityProvider.builder()).build());
        }

        /** Sets {@code gitlab} from a builder. */
        public Builder gitlab(UnaryOperator<GitLabIdentityProvider.Builder> edit) {
            return gitlab(edit.apply(GitLabIdentityProvider.builder()).build());
        }

        /** Sets {@code google} from a builder. */
        public Builder google(UnaryOperator<GoogleIdentityProvider.Builder> edit) {
            return google(edit.apply(GoogleIdentityProvider.builder()).build());
        }

        /** Sets {@code htpasswd} from a builder. */
        public Builder htpasswd(UnaryOperator<HtPasswdIdentityProvider.Builder> edit) {
            return htpasswd(edit.apply(HtPasswdIdentityProvider.builder()).build());
        }

        /** Sets {@code keystone} from a builder. */
        public Builder keystone(UnaryOperator<KeystoneIdentityProvider.Builder> edit) {
            return keystone(edit.apply(KeystoneIdentityProvider.builder()).build());
        }

        /** Sets {@code ldap} from a builder. */
        public Builder ldap(UnaryOperator<LdapIdentityProvider.Builder> edit) {
            return ldap(edit.apply(LdapIdentityProvider.builder()).build());
        }

        /** Sets {@code openID} from a builder. */
        public Builder openID(UnaryOperator<OpenIdIdentityProvider.Builder> edit) {
            return openID(edit.apply(OpenIdIdentityProvider.builder()).build());
        }

        /** Sets {@code requestHeader} from a builder. */
        public Builder requestHeader(UnaryOperator<RequestHeaderIdentityProvider.Builder> edit) {
            return requestHeader(
                    edit.apply(RequestHeaderIdentityProvider.builder()).build());
        }
    }
}
