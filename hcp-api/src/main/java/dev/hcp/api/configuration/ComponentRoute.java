package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The route of a platform component with a name and certificate of one's own.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.ingress.componentRoutes[]}.
 */
@Value.Immutable
@HcpModel
public interface ComponentRoute extends Model {
    /** The host name. */
    @Required
    @Pattern(
            "^([a-zA-Z0-9\\p{S}\\p{L}]((-?[a-zA-Z0-9\\p{S}\\p{L}]{0,62})?)|([a-zA-Z0-9\\p{S}\\p{L}](([a-zA-Z0-9-\\p{S}\\p{L}]{0,61}[a-zA-Z0-9\\p{S}\\p{L}])?)(\\.)){1,}([a-zA-Z\\p{L}]){2,63})$|^(([a-z0-9][-a-z0-9]{0,61}[a-z0-9]|[a-z0-9]{1,63})[\\.]){0,}([a-z0-9][-a-z0-9]{0,61}[a-z0-9]|[a-z0-9]{1,63})$")
    @Nullable
    String getHostname();

    /** The name of the component's route. */
    @Required
    @Size(min = 1, max = 256)
    @Nullable
    String getName();

    /** The namespace of the component's route. */
    @Required
    @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")
    @Size(min = 1, max = 63)
    @Nullable
    String getNamespace();

    /**
     * Secret of type {@code kubernetes.io/tls}, in {@code openshift-config}, with the certificate; needed when the
     * host name is not under the cluster's domain.
     */
    @Nullable
    SecretNameReference getServingCertKeyPairSecret();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ComponentRoute}. Not thread-safe. */
    final class Builder extends ImmutableComponentRoute.Builder {
        Builder() {}

        /** Sets {@code servingCertKeyPairSecret} from a builder. */
        public Builder servingCertKeyPairSecret(UnaryOperator<SecretNameReference.Builder> edit) {
            return servingCertKeyPairSecret(
                    edit.apply(SecretNameReference.builder()).build());
        }
    }
}
