package dev.hcp.api.velero;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** What becomes of an object that exists when it is to be restored. */
public final class ExistingResourcePolicy extends OpenEnum {
    public static final ExistingResourcePolicy NONE = new ExistingResourcePolicy("none");

    public static final ExistingResourcePolicy UPDATE = new ExistingResourcePolicy("update");

    private ExistingResourcePolicy(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static ExistingResourcePolicy of(String value) {
        return new ExistingResourcePolicy(value);
    }
}
