package dev.hcp.api.hypershift.aws;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Whether node pools may override a tag of their cluster. */
public final class AwsTagOverridePolicy extends OpenEnum {
    public static final AwsTagOverridePolicy ALLOW = new AwsTagOverridePolicy("Allow");

    public static final AwsTagOverridePolicy DENY = new AwsTagOverridePolicy("Deny");

    private AwsTagOverridePolicy(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AwsTagOverridePolicy of(String value) {
        return new AwsTagOverridePolicy(value);
    }
}
