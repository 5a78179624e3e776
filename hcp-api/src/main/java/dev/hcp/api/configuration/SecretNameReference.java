package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A secret in the namespace where the object is looked for.
 *
 * <p>CRD field: HostedCluster {@code
 * spec.configuration.apiServer.servingCerts.namedCertificates[].servingCertificate}, HostedCluster {@code
 * spec.configuration.authentication.oidcProviders[].oidcClients[].clientSecret}, HostedCluster {@code
 * spec.configuration.authentication.webhookTokenAuthenticator.kubeConfig} and others.
 */
@Value.Immutable
@HcpModel
public interface SecretNameReference extends Model {
    /** The name of the secret. */
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

    /** Builds {@link SecretNameReference}. Not thread-safe. */
    final class Builder extends ImmutableSecretNameReference.Builder {
        Builder() {}
    }
}
