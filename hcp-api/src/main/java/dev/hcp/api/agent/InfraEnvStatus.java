package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.PlainConditions;
import dev.hcp.api.schema.UnmarkedLists;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The image that hosts are discovered with.
 *
 * <p>CRD field: InfraEnv {@code status}.
 */
@Value.Immutable
@HcpModel
public interface InfraEnvStatus extends Model {
    /** The labels of the agents that were booted from it. */
    @UnmarkedLists
    @Nullable
    LabelSelector getAgentLabelSelector();

    /** The parts of the image, for booting over the network. */
    @Nullable
    BootArtifacts getBootArtifacts();

    /** What is observed, by condition type. */
    @PlainConditions(
            required = {"status", "type"},
            times = {"lastHeartbeatTime", "lastTransitionTime"})
    List<Condition> getConditions();

    /** When the image was last made. */
    @Format("date-time")
    @Nullable
    String getCreatedTime();

    /** What the service knows of the environment, for finding faults. */
    @Nullable
    InfraEnvDebugInfo getDebugInfo();

    /** Where the image can be had; the URL carries a token, and the image holds the pull secret. */
    @Value.Redacted
    @Nullable
    String getIsoDownloadURL();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link InfraEnvStatus}. Not thread-safe. */
    final class Builder extends ImmutableInfraEnvStatus.Builder {
        Builder() {}

        /** Sets {@code bootArtifacts} from a builder. */
        public Builder bootArtifacts(UnaryOperator<BootArtifacts.Builder> edit) {
            return bootArtifacts(edit.apply(BootArtifacts.builder()).build());
        }

        /** Sets {@code debugInfo} from a builder. */
        public Builder debugInfo(UnaryOperator<InfraEnvDebugInfo.Builder> edit) {
            return debugInfo(edit.apply(InfraEnvDebugInfo.builder()).build());
        }
    }
}
