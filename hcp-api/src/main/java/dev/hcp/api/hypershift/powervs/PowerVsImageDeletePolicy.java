package dev.hcp.api.hypershift.powervs;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** What becomes of an image when its node pool goes. */
public final class PowerVsImageDeletePolicy extends OpenEnum {
    public static final PowerVsImageDeletePolicy DELETE = new PowerVsImageDeletePolicy("delete");

    public static final PowerVsImageDeletePolicy RETAIN = new PowerVsImageDeletePolicy("retain");

    private PowerVsImageDeletePolicy(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static PowerVsImageDeletePolicy of(String value) {
        return new PowerVsImageDeletePolicy(value);
    }
}
