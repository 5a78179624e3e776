package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.Size;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Who says who a user is.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.authentication}.
 */
@Value.Immutable
@HcpModel
public interface AuthenticationConfig extends Model {
    /** ConfigMap with the discovery document, under {@code oauthMetadata}, of an OAuth server of one's own. */
    @Nullable
    ConfigMapNameReference getOauthMetadata();

    /** The identity provider whose tokens the API server accepts itself; at most one, for type OIDC. */
    @Size(max = 1)
    @ListType(value = "map", keys = "name")
    List<OidcProvider> getOidcProviders();

    /** The issuer of bound service account tokens. Hosted clusters use {@code spec.issuerURL} instead. */
    @Nullable
    String getServiceAccountIssuer();

    /** Where tokens come from; the integrated OAuth server by default. */
    @OneOf(
            value = {},
            until = Edition.V4_17)
    @Nullable
    AuthenticationType getType();

    /** A webhook that judges tokens. */
    @Nullable
    WebhookTokenAuthenticator getWebhookTokenAuthenticator();

    /** Has no effect. */
    @ListType("atomic")
    List<DeprecatedWebhookTokenAuthenticator> getWebhookTokenAuthenticators();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AuthenticationConfig}. Not thread-safe. */
    final class Builder extends ImmutableAuthenticationConfig.Builder {
        Builder() {}

        /** Sets {@code oauthMetadata} from a builder. */
        public Builder oauthMetadata(UnaryOperator<ConfigMapNameReference.Builder> edit) {
            return oauthMetadata(edit.apply(ConfigMapNameReference.builder()).build());
        }

        /** Sets {@code webhookTokenAuthenticator} from a builder. */
        public Builder webhookTokenAuthenticator(UnaryOperator<WebhookTokenAuthenticator.Builder> edit) {
            return webhookTokenAuthenticator(
                    edit.apply(WebhookTokenAuthenticator.builder()).build());
        }
    }
}
