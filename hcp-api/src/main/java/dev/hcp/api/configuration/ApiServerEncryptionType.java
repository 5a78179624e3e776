package dev.hcp.api.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** The cipher that encrypts resources at rest. */
public final class ApiServerEncryptionType extends OpenEnum {
    public static final ApiServerEncryptionType IDENTITY = new ApiServerEncryptionType("identity");

    public static final ApiServerEncryptionType AES_CBC = new ApiServerEncryptionType("aescbc");

    public static final ApiServerEncryptionType AES_GCM = new ApiServerEncryptionType("aesgcm");

    /** An empty text, which counts as absent. */
    public static final ApiServerEncryptionType UNSET = new ApiServerEncryptionType("");

    private ApiServerEncryptionType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static ApiServerEncryptionType of(String value) {
        return new ApiServerEncryptionType(value);
    }
}
