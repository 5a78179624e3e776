package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Where hosts fetch their configuration.
 *
 * <p>CRD field: AgentCluster {@code spec.ignitionEndpoint}.
 */
@Value.Immutable
@HcpModel
public interface AgentIgnitionEndpoint extends Model {
    /** The certificate of the server. */
    @Nullable
    AgentCaCertificateReference getCaCertificateReference();

    /** The URL. */
    @Nullable
    String getUrl();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AgentIgnitionEndpoint}. Not thread-safe. */
    final class Builder extends ImmutableAgentIgnitionEndpoint.Builder {
        Builder() {}

        /** Sets {@code caCertificateReference} from a builder. */
        public Builder caCertificateReference(UnaryOperator<AgentCaCertificateReference.Builder> edit) {
            return caCertificateReference(
                    edit.apply(AgentCaCertificateReference.builder()).build());
        }
    }
}
