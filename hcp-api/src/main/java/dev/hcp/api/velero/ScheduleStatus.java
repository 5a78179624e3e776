package dev.hcp.api.velero;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.NullAllowed;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What became of a schedule.
 *
 * <p>CRD field: Schedule {@code status}.
 */
@Value.Immutable
@HcpModel
public interface ScheduleStatus extends Model {
    /** When the last backup was made. */
    @Format("date-time")
    @NullAllowed
    @Nullable
    String getLastBackup();

    /** When one was last skipped. */
    @Format("date-time")
    @NullAllowed
    @Nullable
    String getLastSkipped();

    /** Whether it runs. */
    @Nullable
    SchedulePhase getPhase();

    /** Why it is not valid. */
    List<String> getValidationErrors();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ScheduleStatus}. Not thread-safe. */
    final class Builder extends ImmutableScheduleStatus.Builder {
        Builder() {}
    }
}
