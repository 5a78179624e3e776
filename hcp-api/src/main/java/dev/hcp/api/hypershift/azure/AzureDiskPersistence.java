package dev.hcp.api.hypershift.azure;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Whether a disk outlives its virtual machine. */
public final class AzureDiskPersistence extends OpenEnum {
    public static final AzureDiskPersistence PERSISTENT = new AzureDiskPersistence("Persistent");

    public static final AzureDiskPersistence EPHEMERAL = new AzureDiskPersistence("Ephemeral");

    private AzureDiskPersistence(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AzureDiskPersistence of(String value) {
        return new AzureDiskPersistence(value);
    }
}
