package dev.hcp.api.metal3;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** What is cleaned of the disks of a host before and after use. */
public final class AutomatedCleaningMode extends OpenEnum {
    public static final AutomatedCleaningMode METADATA = new AutomatedCleaningMode("metadata");

    public static final AutomatedCleaningMode DISABLED = new AutomatedCleaningMode("disabled");

    private AutomatedCleaningMode(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AutomatedCleaningMode of(String value) {
        return new AutomatedCleaningMode(value);
    }
}
