package dev.hcp.api.capi;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Which machines of a set go first when it shrinks. */
public final class DeletePolicy extends OpenEnum {
    public static final DeletePolicy RANDOM = new DeletePolicy("Random");

    public static final DeletePolicy NEWEST = new DeletePolicy("Newest");

    public static final DeletePolicy OLDEST = new DeletePolicy("Oldest");

    private DeletePolicy(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static DeletePolicy of(String value) {
        return new DeletePolicy(value);
    }
}
