package dev.hcp.api.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** What nodes the scheduler prefers. */
public final class SchedulerProfile extends OpenEnum {
    public static final SchedulerProfile LOW_NODE_UTILIZATION = new SchedulerProfile("LowNodeUtilization");

    public static final SchedulerProfile HIGH_NODE_UTILIZATION = new SchedulerProfile("HighNodeUtilization");

    public static final SchedulerProfile NO_SCORING = new SchedulerProfile("NoScoring");

    /** An empty text, which counts as absent. */
    public static final SchedulerProfile UNSET = new SchedulerProfile("");

    private SchedulerProfile(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static SchedulerProfile of(String value) {
        return new SchedulerProfile(value);
    }
}
