package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A client at an OIDC provider.
 *
 * <p>CRD field: HostedCluster {@code status.configuration.authentication.oidcClients[].currentOIDCClients[]},
 * HostedControlPlane {@code status.configuration.authentication.oidcClients[].currentOIDCClients[]}.
 */
@Value.Immutable
@HcpModel
public interface OidcClientReference extends Model {
    /** The identifier of the client at the provider. */
    @Required
    @Size(min = 1)
    @Nullable
    String getClientID();

    /** The issuer, an {@code https} URL. */
    @Required
    @Pattern("^https:\\/\\/[^\\s]")
    @Nullable
    String getIssuerURL();

    /** The provider, by its name in the cluster's authentication configuration. */
    @Required
    @Size(min = 1)
    @Nullable
    String getOidcProviderName();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link OidcClientReference}. Not thread-safe. */
    final class Builder extends ImmutableOidcClientReference.Builder {
        Builder() {}
    }
}
