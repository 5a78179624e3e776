package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** How secrets are encrypted in etcd. */
public final class SecretEncryptionType extends OpenEnum {
    public static final SecretEncryptionType KMS = new SecretEncryptionType("kms");

    public static final SecretEncryptionType AESCBC = new SecretEncryptionType("aescbc");

    private SecretEncryptionType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static SecretEncryptionType of(String value) {
        return new SecretEncryptionType(value);
    }
}
