package dev.hcp.api.hypershift.powervs;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** A tier of storage, by operations per second. */
public final class PowerVsStorageType extends OpenEnum {
    public static final PowerVsStorageType TIER1 = new PowerVsStorageType("tier1");

    public static final PowerVsStorageType TIER3 = new PowerVsStorageType("tier3");

    private PowerVsStorageType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static PowerVsStorageType of(String value) {
        return new PowerVsStorageType(value);
    }
}
