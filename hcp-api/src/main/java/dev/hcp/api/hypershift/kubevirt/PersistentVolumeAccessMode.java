package dev.hcp.api.hypershift.kubevirt;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** How a volume may be mounted. */
public final class PersistentVolumeAccessMode extends OpenEnum {
    public static final PersistentVolumeAccessMode READ_WRITE_ONCE = new PersistentVolumeAccessMode("ReadWriteOnce");

    public static final PersistentVolumeAccessMode READ_WRITE_MANY = new PersistentVolumeAccessMode("ReadWriteMany");

    public static final PersistentVolumeAccessMode READ_ONLY = new PersistentVolumeAccessMode("ReadOnly");

    public static final PersistentVolumeAccessMode READ_WRITE_ONCE_POD =
            new PersistentVolumeAccessMode("ReadWriteOncePod");

    private PersistentVolumeAccessMode(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static PersistentVolumeAccessMode of(String value) {
        return new PersistentVolumeAccessMode(value);
    }
}
