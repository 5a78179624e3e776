package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.RawSchema;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How far the installation of a host is.
 *
 * <p>CRD field: Agent {@code status.progress}.
 */
@Value.Immutable
@HcpModel
public interface AgentProgress extends Model {
    /** The stage. */
    @OneOf({})
    @Nullable
    AgentStage getCurrentStage();

    /** How much is done, in percent. */
    @Nullable
    Long getInstallationPercentage();

    /** How far the stage is, for people. */
    @Nullable
    String getProgressInfo();

    /** All stages of the host, in order. */
    @RawSchema("{\"items\":{\"type\":\"string\"}}")
    List<AgentStage> getProgressStages();

    /** When the stage began. */
    @Format("date-time")
    @Nullable
    String getStageStartTime();

    /** When the stage was last reported on. */
    @Format("date-time")
    @Nullable
    String getStageUpdateTime();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AgentProgress}. Not thread-safe. */
    final class Builder extends ImmutableAgentProgress.Builder {
        Builder() {}
    }
}
