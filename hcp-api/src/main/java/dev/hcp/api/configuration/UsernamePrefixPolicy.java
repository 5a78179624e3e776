package dev.hcp.api.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Whether something goes before the names of users. */
public final class UsernamePrefixPolicy extends OpenEnum {
    public static final UsernamePrefixPolicy NO_PREFIX = new UsernamePrefixPolicy("NoPrefix");

    public static final UsernamePrefixPolicy PREFIX = new UsernamePrefixPolicy("Prefix");

    /** An empty text, which counts as absent. */
    public static final UsernamePrefixPolicy UNSET = new UsernamePrefixPolicy("");

    private UsernamePrefixPolicy(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static UsernamePrefixPolicy of(String value) {
        return new UsernamePrefixPolicy(value);
    }
}
