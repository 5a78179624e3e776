package dev.hcp.api.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Whether devices are allocated to pods by claims. */
public final class DynamicResourceAllocation extends OpenEnum {
    public static final DynamicResourceAllocation ENABLED = new DynamicResourceAllocation("Enabled");

    public static final DynamicResourceAllocation DISABLED = new DynamicResourceAllocation("Disabled");

    /** An empty text, which counts as absent. */
    public static final DynamicResourceAllocation UNSET = new DynamicResourceAllocation("");

    private DynamicResourceAllocation(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static DynamicResourceAllocation of(String value) {
        return new DynamicResourceAllocation(value);
    }
}
