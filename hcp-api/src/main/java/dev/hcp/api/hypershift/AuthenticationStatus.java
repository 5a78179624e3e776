package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Size;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How users of a hosted cluster come to their identities.
 *
 * <p>CRD field: HostedCluster {@code status.configuration.authentication}, HostedControlPlane {@code
 * status.configuration.authentication}.
 */
@Value.Immutable
@HcpModel
public interface AuthenticationStatus extends Model {
    /**
     * ConfigMap with the metadata of the built-in OAuth server, under {@code oauthMetadata}; absent with another
     * server.
     */
    @Nullable
    ConfigMapReference getIntegratedOAuthMetadata();

    /** Components that use an OIDC provider, and how they fare. */
    @Size(max = 20)
    @ListType(
            value = "map",
            keys = {"componentNamespace", "componentName"})
    List<OidcClientStatus> getOidcClients();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AuthenticationStatus}. Not thread-safe. */
    final class Builder extends ImmutableAuthenticationStatus.Builder {
        Builder() {}

        /** Sets {@code integratedOAuthMetadata} from a builder. */
        public Builder integratedOAuthMetadata(UnaryOperator<ConfigMapReference.Builder> edit) {
            return integratedOAuthMetadata(
                    edit.apply(ConfigMapReference.builder()).build());
        }
    }
}
