package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Required;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The networks of a cluster.
 *
 * <p>CRD field: HostedCluster {@code spec.networking}, HostedControlPlane {@code spec.networking}.
 */
@Value.Immutable
@HcpModel
public interface ClusterNetworking extends Model {
    /** How the API server is reached from pods and from outside. */
    @Nullable
    ApiServerNetworking getApiServer();

    /** The ranges of pod addresses; 10.132.0.0/14 by default. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Required
    @Default("[{\"cidr\": \"10.132.0.0/14\"}]")
    List<ClusterNetworkEntry> getClusterNetwork();

    /** The ranges of node addresses. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<MachineNetworkEntry> getMachineNetwork();

    /** The network plug-in; OVNKubernetes by default. */
    @Required
    @Default("\"OVNKubernetes\"")
    @Nullable
    NetworkType getNetworkType();

    /** The ranges of service addresses; 172.31.0.0/16 by default. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Default("[{\"cidr\": \"172.31.0.0/16\"}]")
    List<ServiceNetworkEntry> getServiceNetwork();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ClusterNetworking}. Not thread-safe. */
    final class Builder extends ImmutableClusterNetworking.Builder {
        Builder() {}

        /** Sets {@code apiServer} from a builder. */
        public Builder apiServer(UnaryOperator<ApiServerNetworking.Builder> edit) {
            return apiServer(edit.apply(ApiServerNetworking.builder()).build());
        }
    }
}
