package dev.hcp.api.openshift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Items;
import dev.hcp.api.schema.ListType;
import java.util.List;
import org.immutables.value.Value;

/**
 * Which optional parts a cluster has.
 *
 * <p>CRD field: ClusterVersion {@code status.capabilities}.
 */
@Value.Immutable
@HcpModel
public interface ClusterVersionCapabilitiesStatus extends Model {
    /** The parts that it has. */
    @ListType("atomic")
    @Items(
            oneOf = {
                "openshift-samples",
                "baremetal",
                "marketplace",
                "Console",
                "Insights",
                "Storage",
                "CSISnapshot",
                "NodeTuning",
                "MachineAPI",
                "Build",
                "DeploymentConfig",
                "ImageRegistry",
                "OperatorLifecycleManager",
                "CloudCredential",
                "Ingress",
                "CloudControllerManager"
            })
    List<String> getEnabledCapabilities();

    /** The parts that there are. */
    @ListType("atomic")
    @Items(
            oneOf = {
                "openshift-samples",
                "baremetal",
                "marketplace",
                "Console",
                "Insights",
                "Storage",
                "CSISnapshot",
                "NodeTuning",
                "MachineAPI",
                "Build",
                "DeploymentConfig",
                "ImageRegistry",
                "OperatorLifecycleManager",
                "CloudCredential",
                "Ingress",
                "CloudControllerManager"
            })
    List<String> getKnownCapabilities();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ClusterVersionCapabilitiesStatus}. Not thread-safe. */
    final class Builder extends ImmutableClusterVersionCapabilitiesStatus.Builder {
        Builder() {}
    }
}
