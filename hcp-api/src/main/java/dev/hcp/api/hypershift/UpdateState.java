package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** How far an update has come. */
public final class UpdateState extends OpenEnum {
    public static final UpdateState COMPLETED = new UpdateState("Completed");

    public static final UpdateState PARTIAL = new UpdateState("Partial");

    private UpdateState(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static UpdateState of(String value) {
        return new UpdateState(value);
    }
}
