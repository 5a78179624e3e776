package dev.hcp.api.hypershift.kubevirt;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Whether a volume is a file system or a block device. */
public final class PersistentVolumeMode extends OpenEnum {
    public static final PersistentVolumeMode FILESYSTEM = new PersistentVolumeMode("Filesystem");

    public static final PersistentVolumeMode BLOCK = new PersistentVolumeMode("Block");

    private PersistentVolumeMode(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static PersistentVolumeMode of(String value) {
        return new PersistentVolumeMode(value);
    }
}
