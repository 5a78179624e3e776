package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Items;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How one component of the platform uses OIDC providers.
 *
 * <p>CRD field: HostedCluster {@code status.configuration.authentication.oidcClients[]}, HostedControlPlane {@code
 * status.configuration.authentication.oidcClients[]}.
 */
@Value.Immutable
@HcpModel
public interface OidcClientStatus extends Model {
    /** The component. */
    @Required
    @Size(min = 1, max = 256)
    @Nullable
    String getComponentName();

    /** The namespace in which the component runs. */
    @Required
    @Size(min = 1, max = 63)
    @Nullable
    String getComponentNamespace();

    /** What is observed, by condition type: Available, Degraded and Progressing. */
    @ListType(value = "map", keys = "type")
    List<Condition> getConditions();

    /** Service accounts that may read the client's secret, at most 5. */
    @Size(max = 5)
    @Items(
            pattern =
                    "^system:serviceaccount:[a-z0-9]([-a-z0-9]*[a-z0-9])?:[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",
            size = @Size(min = 1, max = 512))
    @ListType("set")
    List<String> getConsumingUsers();

    /** The clients that the component uses now. */
    @ListType(
            value = "map",
            keys = {"issuerURL", "clientID"})
    List<OidcClientReference> getCurrentOIDCClients();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link OidcClientStatus}. Not thread-safe. */
    final class Builder extends ImmutableOidcClientStatus.Builder {
        Builder() {}
    }
}
