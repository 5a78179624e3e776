package dev.hcp.api.hypershift.aws;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Which capacity reservations an instance may use: none, only such, or any open one. */
public final class AwsCapacityReservationPreference extends OpenEnum {
    public static final AwsCapacityReservationPreference UNSET = new AwsCapacityReservationPreference("");

    public static final AwsCapacityReservationPreference NONE = new AwsCapacityReservationPreference("None");

    public static final AwsCapacityReservationPreference CAPACITY_RESERVATIONS_ONLY =
            new AwsCapacityReservationPreference("CapacityReservationsOnly");

    public static final AwsCapacityReservationPreference OPEN = new AwsCapacityReservationPreference("Open");

    private AwsCapacityReservationPreference(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AwsCapacityReservationPreference of(String value) {
        return new AwsCapacityReservationPreference(value);
    }
}
