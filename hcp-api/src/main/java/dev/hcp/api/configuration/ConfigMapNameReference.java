package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A ConfigMap in the namespace where the object is looked for.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.apiServer.clientCA}, HostedCluster {@code
 * spec.configuration.authentication.oauthMetadata}, HostedCluster {@code
 * spec.configuration.authentication.oidcProviders[].issuer.issuerCertificateAuthority} and others.
 */
@Value.Immutable
@HcpModel
public interface ConfigMapNameReference extends Model {
    /** The name of the ConfigMap. */
    @Required
    @Nullable
    String getName();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ConfigMapNameReference}. Not thread-safe. */
    final class Builder extends ImmutableConfigMapNameReference.Builder {
        Builder() {}
    }
}
