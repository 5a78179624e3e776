package dev.hcp.api.velero;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Whether a schedule runs. */
public final class SchedulePhase extends OpenEnum {
    public static final SchedulePhase NEW = new SchedulePhase("New");

    public static final SchedulePhase ENABLED = new SchedulePhase("Enabled");

    public static final SchedulePhase FAILED_VALIDATION = new SchedulePhase("FailedValidation");

    private SchedulePhase(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static SchedulePhase of(String value) {
        return new SchedulePhase(value);
    }
}
