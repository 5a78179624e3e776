package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Whether node pools only grow or also shrink. */
public final class ScalingType extends OpenEnum {
    public static final ScalingType SCALE_UP_ONLY = new ScalingType("ScaleUpOnly");

    public static final ScalingType SCALE_UP_AND_SCALE_DOWN = new ScalingType("ScaleUpAndScaleDown");

    private ScalingType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static ScalingType of(String value) {
        return new ScalingType(value);
    }
}
