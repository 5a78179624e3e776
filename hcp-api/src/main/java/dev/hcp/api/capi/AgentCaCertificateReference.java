package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A secret with a certificate.
 *
 * <p>CRD field: AgentCluster {@code spec.ignitionEndpoint.caCertificateReference}.
 */
@Value.Immutable
@HcpModel
public interface AgentCaCertificateReference extends Model {
    /** The secret. */
    @Required
    @Nullable
    String getName();

    /** Its namespace. */
    @Required
    @Nullable
    String getNamespace();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AgentCaCertificateReference}. Not thread-safe. */
    final class Builder extends ImmutableAgentCaCertificateReference.Builder {
        Builder() {}
    }
}
