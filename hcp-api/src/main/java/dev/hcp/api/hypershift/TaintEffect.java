package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** What a taint does to pods that do not tolerate it. */
public final class TaintEffect extends OpenEnum {
    public static final TaintEffect NO_SCHEDULE = new TaintEffect("NoSchedule");

    public static final TaintEffect PREFER_NO_SCHEDULE = new TaintEffect("PreferNoSchedule");

    public static final TaintEffect NO_EXECUTE = new TaintEffect("NoExecute");

    private TaintEffect(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static TaintEffect of(String value) {
        return new TaintEffect(value);
    }
}
