package dev.hcp.api.metal3;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** The format of an image for a host. */
public final class HostImageFormat extends OpenEnum {
    public static final HostImageFormat RAW = new HostImageFormat("raw");

    public static final HostImageFormat QCOW2 = new HostImageFormat("qcow2");

    public static final HostImageFormat VDI = new HostImageFormat("vdi");

    public static final HostImageFormat VMDK = new HostImageFormat("vmdk");

    public static final HostImageFormat LIVE_ISO = new HostImageFormat("live-iso");

    private HostImageFormat(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static HostImageFormat of(String value) {
        return new HostImageFormat(value);
    }
}
