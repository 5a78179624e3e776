package dev.hcp.api.capi;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import io.fabric8.kubernetes.api.model.ObjectReference;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster should be, as Cluster API sees it.
 *
 * <p>CRD field: Cluster {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface ClusterSpec extends Model {
    /** The networks. */
    @Nullable
    CapiClusterNetwork getClusterNetwork();

    /** Where the API server is reached. */
    @Nullable
    CapiApiEndpoint getControlPlaneEndpoint();

    /** The control plane: a HostedControlPlane. */
    @Nullable
    ObjectReference getControlPlaneRef();

    /** The cluster object of the provider. */
    @Nullable
    ObjectReference getInfrastructureRef();

    /** Whether controllers leave the cluster alone. */
    @Nullable
    Boolean getPaused();

    /** A managed topology; untyped, as hosted clusters have none. */
    @FreeForm
    @Nullable
    JsonObject getTopology();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ClusterSpec}. Not thread-safe. */
    final class Builder extends ImmutableClusterSpec.Builder {
        Builder() {}

        /** Sets {@code clusterNetwork} from a builder. */
        public Builder clusterNetwork(UnaryOperator<CapiClusterNetwork.Builder> edit) {
            return clusterNetwork(edit.apply(CapiClusterNetwork.builder()).build());
        }

        /** Sets {@code controlPlaneEndpoint} from a builder. */
        public Builder controlPlaneEndpoint(UnaryOperator<CapiApiEndpoint.Builder> edit) {
            return controlPlaneEndpoint(edit.apply(CapiApiEndpoint.builder()).build());
        }
    }
}
