package dev.hcp.api.hypershift.aws;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** The operating system of an instance's image. */
public final class AwsImageType extends OpenEnum {
    public static final AwsImageType WINDOWS = new AwsImageType("Windows");

    public static final AwsImageType LINUX = new AwsImageType("Linux");

    private AwsImageType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AwsImageType of(String value) {
        return new AwsImageType(value);
    }
}
