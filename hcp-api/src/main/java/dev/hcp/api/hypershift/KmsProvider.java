package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** The key management service that encrypts secrets. */
public final class KmsProvider extends OpenEnum {
    public static final KmsProvider IBM_CLOUD = new KmsProvider("IBMCloud");

    public static final KmsProvider AWS = new KmsProvider("AWS");

    public static final KmsProvider AZURE = new KmsProvider("Azure");

    private KmsProvider(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static KmsProvider of(String value) {
        return new KmsProvider(value);
    }
}
