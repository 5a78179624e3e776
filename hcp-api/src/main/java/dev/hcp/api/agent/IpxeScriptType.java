package dev.hcp.api.agent;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** What the iPXE script of an image does. */
public final class IpxeScriptType extends OpenEnum {
    public static final IpxeScriptType DISCOVERY_IMAGE_ALWAYS = new IpxeScriptType("DiscoveryImageAlways");

    public static final IpxeScriptType BOOT_ORDER_CONTROL = new IpxeScriptType("BootOrderControl");

    private IpxeScriptType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static IpxeScriptType of(String value) {
        return new IpxeScriptType(value);
    }
}
