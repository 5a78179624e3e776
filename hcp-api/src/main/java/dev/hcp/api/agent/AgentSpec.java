package dev.hcp.api.agent;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.NamedInJson;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.Required;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a host should be.
 *
 * <p>CRD field: Agent {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface AgentSpec extends NamedInJson {
    /** Whether the host may become part of a cluster. */
    @Required
    @Nullable
    Boolean getApproved();

    /** The cluster that the host is bound to; none when absent. */
    @Nullable
    ClusterDeploymentReference getClusterDeploymentName();

    /** The host name that it is to have; its own when empty. */
    @Nullable
    String getHostname();

    /** Ignition configuration, as JSON text, that goes on top of the generated one. */
    @Value.Redacted
    @Nullable
    String getIgnitionConfigOverrides();

    /** Headers of the request for the Ignition configuration. */
    @Value.Redacted
    Map<String, String> getIgnitionEndpointHTTPHeaders();

    /** Secret with the token, under {@code ignition-token}, for the request for the Ignition configuration. */
    @Nullable
    IgnitionTokenReference getIgnitionEndpointTokenReference();

    /** The identifier, from the inventory, of the disk to install on. */
    @JsonProperty("installation_disk_id")
    @Nullable
    String getInstallationDiskId();

    /** Arguments of the installer, as a JSON array in text. */
    @Nullable
    String getInstallerArgs();

    /** The machine configuration pool that the node gets its configuration from. */
    @Nullable
    String getMachineConfigPool();

    /** Labels of the node, put on once it is ready. */
    Map<String, String> getNodeLabels();

    /** What the host is to be in the cluster. */
    @Required
    @OneOf({})
    @Nullable
    AgentRole getRole();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AgentSpec}. Not thread-safe. */
    final class Builder extends ImmutableAgentSpec.Builder {
        Builder() {}

        /** Sets {@code clusterDeploymentName} from a builder. */
        public Builder clusterDeploymentName(UnaryOperator<ClusterDeploymentReference.Builder> edit) {
            return clusterDeploymentName(
                    edit.apply(ClusterDeploymentReference.builder()).build());
        }

        /** Sets {@code ignitionEndpointTokenReference} from a builder. */
        public Builder ignitionEndpointTokenReference(UnaryOperator<IgnitionTokenReference.Builder> edit) {
            return ignitionEndpointTokenReference(
                    edit.apply(IgnitionTokenReference.builder()).build());
        }
    }
}
