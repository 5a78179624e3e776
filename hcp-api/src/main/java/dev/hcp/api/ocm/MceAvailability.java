package dev.hcp.api.ocm;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** How many copies of components run. */
public final class MceAvailability extends OpenEnum {
    public static final MceAvailability HIGH = new MceAvailability("High");

    public static final MceAvailability BASIC = new MceAvailability("Basic");

    private MceAvailability(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static MceAvailability of(String value) {
        return new MceAvailability(value);
    }
}
