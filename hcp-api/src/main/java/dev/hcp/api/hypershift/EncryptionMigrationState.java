package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/**
 * A step in the rotation of a key: deployed for reading, used for writing, everything encrypted anew, done; or
 * interrupted.
 */
public final class EncryptionMigrationState extends OpenEnum {
    public static final EncryptionMigrationState READ_ONLY_DEPLOY = new EncryptionMigrationState("ReadOnlyDeploy");

    public static final EncryptionMigrationState WRITE_PROMOTE = new EncryptionMigrationState("WritePromote");

    public static final EncryptionMigrationState MIGRATING = new EncryptionMigrationState("Migrating");

    public static final EncryptionMigrationState COMPLETED = new EncryptionMigrationState("Completed");

    public static final EncryptionMigrationState INTERRUPTED = new EncryptionMigrationState("Interrupted");

    private EncryptionMigrationState(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static EncryptionMigrationState of(String value) {
        return new EncryptionMigrationState(value);
    }
}
