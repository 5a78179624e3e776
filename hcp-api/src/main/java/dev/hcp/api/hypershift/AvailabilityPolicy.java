package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** How many copies of a component run. */
public final class AvailabilityPolicy extends OpenEnum {
    public static final AvailabilityPolicy HIGHLY_AVAILABLE = new AvailabilityPolicy("HighlyAvailable");

    public static final AvailabilityPolicy SINGLE_REPLICA = new AvailabilityPolicy("SingleReplica");

    private AvailabilityPolicy(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AvailabilityPolicy of(String value) {
        return new AvailabilityPolicy(value);
    }
}
