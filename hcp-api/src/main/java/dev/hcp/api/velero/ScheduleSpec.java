package dev.hcp.api.velero;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.NullAllowed;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * When backups are made, and of what.
 *
 * <p>CRD field: Schedule {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface ScheduleSpec extends Model {
    /** Whether none are made for now. */
    @Nullable
    Boolean getPaused();

    /** When, as a cron expression. */
    @Required
    @Nullable
    String getSchedule();

    /** Whether none is made at once when the schedule is new or resumed. */
    @Nullable
    Boolean getSkipImmediately();

    /** What the backups are like. */
    @Required
    @Nullable
    BackupSpec getTemplate();

    /** Whether backups go with the schedule when it is deleted. */
    @NullAllowed
    @Nullable
    Boolean getUseOwnerReferencesInBackup();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ScheduleSpec}. Not thread-safe. */
    final class Builder extends ImmutableScheduleSpec.Builder {
        Builder() {}

        /** Sets {@code template} from a builder. */
        public Builder template(UnaryOperator<BackupSpec.Builder> edit) {
            return template(edit.apply(BackupSpec.builder()).build());
        }
    }
}
