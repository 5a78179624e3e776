package dev.hcp.api.agent;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.NamedInJson;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.PlainConditions;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a host is and how far its installation is.
 *
 * <p>CRD field: Agent {@code status}.
 */
@Value.Immutable
@HcpModel
public interface AgentStatus extends NamedInJson {
    /** Whether it is the one that the installation of a cluster starts from. */
    @Nullable
    Boolean getBootstrap();

    /** What is observed, by condition type. */
    @PlainConditions(
            required = {"status", "type"},
            times = {"lastHeartbeatTime", "lastTransitionTime"})
    List<Condition> getConditions();

    /** The certificate signing requests that were approved for the node. */
    @Nullable
    AgentCsrStatus getCsrStatus();

    /** What the service knows of the host, for finding faults. */
    @Nullable
    AgentDebugInfo getDebugInfo();

    /** The node that is still to be removed from the cluster that the host was in. */
    @JsonProperty("deprovision_info")
    @Nullable
    AgentDeprovisionInfo getDeprovisionInfo();

    /** The disk that is installed on. */
    @JsonProperty("installation_disk_id")
    @Nullable
    String getInstallationDiskId();

    /** The hardware. */
    @Nullable
    HostInventory getInventory();

    /** The time servers that the host asks. */
    List<NtpSource> getNtpSources();

    /** How far the installation is. */
    @Nullable
    AgentProgress getProgress();

    /** What the host is, or is suggested to be, in the cluster. */
    @OneOf({})
    @Nullable
    AgentRole getRole();

    /** The checks that the host must pass, by category. */
    Map<String, List<AgentValidation>> getValidationsInfo();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AgentStatus}. Not thread-safe. */
    final class Builder extends ImmutableAgentStatus.Builder {
        Builder() {}

        /** Sets {@code csrStatus} from a builder. */
        public Builder csrStatus(UnaryOperator<AgentCsrStatus.Builder> edit) {
            return csrStatus(edit.apply(AgentCsrStatus.builder()).build());
        }

        /** Sets {@code debugInfo} from a builder. */
        public Builder debugInfo(UnaryOperator<AgentDebugInfo.Builder> edit) {
            return debugInfo(edit.apply(AgentDebugInfo.builder()).build());
        }

        /** Sets {@code deprovision_info} from a builder. */
        public Builder deprovisionInfo(UnaryOperator<AgentDeprovisionInfo.Builder> edit) {
            return deprovisionInfo(edit.apply(AgentDeprovisionInfo.builder()).build());
        }

        /** Sets {@code inventory} from a builder. */
        public Builder inventory(UnaryOperator<HostInventory.Builder> edit) {
            return inventory(edit.apply(HostInventory.builder()).build());
        }

        /** Sets {@code progress} from a builder. */
        public Builder progress(UnaryOperator<AgentProgress.Builder> edit) {
            return progress(edit.apply(AgentProgress.builder()).build());
        }
    }
}
