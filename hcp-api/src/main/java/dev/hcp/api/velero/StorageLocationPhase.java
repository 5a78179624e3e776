package dev.hcp.api.velero;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Whether a location can be reached. */
public final class StorageLocationPhase extends OpenEnum {
    public static final StorageLocationPhase AVAILABLE = new StorageLocationPhase("Available");

    public static final StorageLocationPhase UNAVAILABLE = new StorageLocationPhase("Unavailable");

    private StorageLocationPhase(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static StorageLocationPhase of(String value) {
        return new StorageLocationPhase(value);
    }
}
