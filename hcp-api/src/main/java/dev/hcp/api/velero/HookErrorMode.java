package dev.hcp.api.velero;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** What follows when a hook fails. */
public final class HookErrorMode extends OpenEnum {
    public static final HookErrorMode CONTINUE = new HookErrorMode("Continue");

    public static final HookErrorMode FAIL = new HookErrorMode("Fail");

    private HookErrorMode(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static HookErrorMode of(String value) {
        return new HookErrorMode(value);
    }
}
