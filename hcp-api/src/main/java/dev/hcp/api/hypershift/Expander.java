package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** A way to choose the node pool that grows. */
public final class Expander extends OpenEnum {
    public static final Expander LEAST_WASTE = new Expander("LeastWaste");

    public static final Expander PRIORITY = new Expander("Priority");

    public static final Expander RANDOM = new Expander("Random");

    private Expander(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static Expander of(String value) {
        return new Expander(value);
    }
}
