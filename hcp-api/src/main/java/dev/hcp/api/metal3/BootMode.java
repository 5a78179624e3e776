package dev.hcp.api.metal3;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** The firmware that a host boots with. */
public final class BootMode extends OpenEnum {
    public static final BootMode UEFI = new BootMode("UEFI");

    public static final BootMode UEFI_SECURE_BOOT = new BootMode("UEFISecureBoot");

    public static final BootMode LEGACY = new BootMode("legacy");

    private BootMode(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static BootMode of(String value) {
        return new BootMode(value);
    }
}
