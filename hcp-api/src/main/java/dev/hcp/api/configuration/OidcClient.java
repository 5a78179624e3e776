package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The client with which a component of the platform logs users in.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.authentication.oidcProviders[].oidcClients[]}.
 */
@Value.Immutable
@HcpModel
public interface OidcClient extends Model {
    /** The identifier of the client with the provider. */
    @Required
    @Size(min = 1)
    @Nullable
    String getClientID();

    /** Secret with the secret of the client, under {@code clientSecret}. */
    @Nullable
    SecretNameReference getClientSecret();

    /** The component, such as {@code console}. */
    @Required
    @Size(min = 1, max = 256)
    @Nullable
    String getComponentName();

    /** The namespace of the component. */
    @Required
    @Size(min = 1, max = 63)
    @Nullable
    String getComponentNamespace();

    /** Scopes to ask for besides {@code openid}. */
    @ListType("set")
    List<String> getExtraScopes();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link OidcClient}. Not thread-safe. */
    final class Builder extends ImmutableOidcClient.Builder {
        Builder() {}

        /** Sets {@code clientSecret} from a builder. */
        public Builder clientSecret(UnaryOperator<SecretNameReference.Builder> edit) {
            return clientSecret(edit.apply(SecretNameReference.builder()).build());
        }
    }
}
