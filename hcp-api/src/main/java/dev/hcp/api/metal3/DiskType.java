package dev.hcp.api.metal3;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** A kind of disk. */
public final class DiskType extends OpenEnum {
    public static final DiskType HDD = new DiskType("HDD");

    public static final DiskType SSD = new DiskType("SSD");

    public static final DiskType NVME = new DiskType("NVME");

    private DiskType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static DiskType of(String value) {
        return new DiskType(value);
    }
}
