package dev.hcp.api.hypershift.powervs;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** How processors are shared: not at all, with spare ones of others, or up to a cap. */
public final class PowerVsProcessorType extends OpenEnum {
    public static final PowerVsProcessorType DEDICATED = new PowerVsProcessorType("dedicated");

    public static final PowerVsProcessorType SHARED = new PowerVsProcessorType("shared");

    public static final PowerVsProcessorType CAPPED = new PowerVsProcessorType("capped");

    private PowerVsProcessorType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static PowerVsProcessorType of(String value) {
        return new PowerVsProcessorType(value);
    }
}
