package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** What encrypts secrets in etcd: a key of a cloud's management service, or a local one. */
public final class SecretEncryptionProvider extends OpenEnum {
    public static final SecretEncryptionProvider AZURE = new SecretEncryptionProvider("Azure");

    public static final SecretEncryptionProvider AWS = new SecretEncryptionProvider("AWS");

    public static final SecretEncryptionProvider IBM_CLOUD = new SecretEncryptionProvider("IBMCloud");

    public static final SecretEncryptionProvider AESCBC = new SecretEncryptionProvider("AESCBC");

    private SecretEncryptionProvider(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static SecretEncryptionProvider of(String value) {
        return new SecretEncryptionProvider(value);
    }
}
