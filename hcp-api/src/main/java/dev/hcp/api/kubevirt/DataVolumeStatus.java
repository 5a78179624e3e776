package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.PlainConditions;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a volume is.
 *
 * <p>CRD field: DataVolume {@code status}.
 */
@Value.Immutable
@HcpModel
public interface DataVolumeStatus extends Model {
    /** The claim that was made. */
    @Nullable
    String getClaimName();

    /** What is observed, by condition type. */
    @PlainConditions(
            required = {"status", "type"},
            times = {"lastHeartbeatTime", "lastTransitionTime"})
    List<Condition> getConditions();

    /** How far it is: Pending, ImportScheduled, ImportInProgress, Succeeded and others. */
    @Nullable
    String getPhase();

    /** How much is there, as {@code 42.00%}, or N/A. */
    @Nullable
    String getProgress();

    /** How often the worker pod was restarted. */
    @Nullable
    Integer getRestartCount();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link DataVolumeStatus}. Not thread-safe. */
    final class Builder extends ImmutableDataVolumeStatus.Builder {
        Builder() {}
    }
}
