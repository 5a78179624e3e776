package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Since;
import dev.hcp.api.schema.Size;
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
@Rule(
        value =
                "(!has(self.machineNetwork) && self.clusterNetwork.all(c, self.serviceNetwork.all(s, c.cidr != s.cidr)) || (has(self.machineNetwork) && (self.machineNetwork.all(m, self.clusterNetwork.all(c, m.cidr != c.cidr)) && self.machineNetwork.all(m, self.serviceNetwork.all(s, m.cidr != s.cidr)) && self.clusterNetwork.all(c, self.serviceNetwork.all(s, c.cidr != s.cidr)))))",
        message =
                "CIDR ranges in machineNetwork, clusterNetwork, and serviceNetwork must be unique and non-overlapping",
        since = Edition.LATEST)
@Rule(
        value =
                "has(self.allocateNodeCIDRs) && self.allocateNodeCIDRs == 'Enabled' ? self.networkType == 'Other' : true",
        message = "allocateNodeCIDRs can only be set to Enabled when networkType is 'Other'",
        since = Edition.LATEST)
public interface ClusterNetworking extends Model {
    /**
     * Whether the control plane hands out a part of the cluster network to each node; only for network type Other,
     * immutable.
     */
    @Since(Edition.LATEST)
    @Rule(value = "self == oldSelf", message = "allocateNodeCIDRs is immutable and cannot be modified once set.")
    @Nullable
    NodeCidrAllocation getAllocateNodeCIDRs();

    /** How the API server is reached from pods and from outside. */
    @Nullable
    ApiServerNetworking getApiServer();

    /** The ranges of pod addresses; 10.132.0.0/14 by default. */
    @Required(until = Edition.V4_17)
    @Default("[{\"cidr\": \"10.132.0.0/14\"}]")
    @Size(min = 1, max = 2, since = Edition.LATEST)
    @Rule(
            value = "self == oldSelf",
            message = "clusterNetwork is immutable and cannot be modified once set.",
            since = Edition.LATEST)
    List<ClusterNetworkEntry> getClusterNetwork();

    /** The ranges of node addresses. */
    @Size(min = 1, max = 2, since = Edition.LATEST)
    @Rule(
            value = "self == oldSelf",
            message = "machineNetwork is immutable and cannot be modified once set.",
            since = Edition.LATEST)
    List<MachineNetworkEntry> getMachineNetwork();

    /** The network plug-in; OVNKubernetes by default. */
    @Required(until = Edition.V4_17)
    @Default("\"OVNKubernetes\"")
    @Nullable
    NetworkType getNetworkType();

    /** The ranges of service addresses; 172.31.0.0/16 by default. */
    @Default("[{\"cidr\": \"172.31.0.0/16\"}]")
    @Size(min = 1, max = 2, since = Edition.LATEST)
    @Rule(
            value = "self == oldSelf",
            message = "serviceNetwork is immutable and cannot be modified once set.",
            since = Edition.LATEST)
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
