package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The host names of the service where it runs on plain Kubernetes.
 *
 * <p>CRD field: AgentServiceConfig {@code spec.ingress}.
 */
@Value.Immutable
@HcpModel
public interface AgentServiceIngress extends Model {
    /** The host name of the service. */
    @Required
    @Nullable
    String getAssistedServiceHostname();

    /** The ingress class; the default one when empty. */
    @Nullable
    String getClassName();

    /** The host name of the image service. */
    @Required
    @Nullable
    String getImageServiceHostname();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AgentServiceIngress}. Not thread-safe. */
    final class Builder extends ImmutableAgentServiceIngress.Builder {
        Builder() {}
    }
}
