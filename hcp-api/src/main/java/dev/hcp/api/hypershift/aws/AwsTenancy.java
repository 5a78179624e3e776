package dev.hcp.api.hypershift.aws;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Who shares an instance's hardware: anyone, other instances of the account, or a host of one's own. */
public final class AwsTenancy extends OpenEnum {
    public static final AwsTenancy DEFAULT = new AwsTenancy("default");

    public static final AwsTenancy DEDICATED = new AwsTenancy("dedicated");

    public static final AwsTenancy HOST = new AwsTenancy("host");

    private AwsTenancy(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AwsTenancy of(String value) {
        return new AwsTenancy(value);
    }
}
