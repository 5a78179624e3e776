package dev.hcp.api.capi.aws;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Whether requests for metadata need a token. */
public final class AwsHttpTokens extends OpenEnum {
    public static final AwsHttpTokens OPTIONAL = new AwsHttpTokens("optional");

    public static final AwsHttpTokens REQUIRED = new AwsHttpTokens("required");

    private AwsHttpTokens(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AwsHttpTokens of(String value) {
        return new AwsHttpTokens(value);
    }
}
