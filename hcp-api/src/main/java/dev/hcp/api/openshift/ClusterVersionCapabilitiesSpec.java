package dev.hcp.api.openshift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Items;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.OneOf;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Which optional parts of a cluster are wanted.
 *
 * <p>CRD field: ClusterVersion {@code spec.capabilities}.
 */
@Value.Immutable
@HcpModel
public interface ClusterVersionCapabilitiesSpec extends Model {
    /** Parts beyond the base set. */
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
    List<String> getAdditionalEnabledCapabilities();

    /** The base set. */
    @OneOf({"None", "v4.11", "v4.12", "v4.13", "v4.14", "v4.15", "v4.16", "v4.17", "vCurrent"})
    @Nullable
    String getBaselineCapabilitySet();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ClusterVersionCapabilitiesSpec}. Not thread-safe. */
    final class Builder extends ImmutableClusterVersionCapabilitiesSpec.Builder {
        Builder() {}
    }
}
