package dev.hcp.api.velero;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Whether a location may be written to. */
public final class StorageAccessMode extends OpenEnum {
    public static final StorageAccessMode READ_ONLY = new StorageAccessMode("ReadOnly");

    public static final StorageAccessMode READ_WRITE = new StorageAccessMode("ReadWrite");

    private StorageAccessMode(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static StorageAccessMode of(String value) {
        return new StorageAccessMode(value);
    }
}
