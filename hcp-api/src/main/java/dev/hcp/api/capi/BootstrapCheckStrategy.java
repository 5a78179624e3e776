package dev.hcp.api.capi;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** How the start of a virtual machine is checked. */
public final class BootstrapCheckStrategy extends OpenEnum {
    public static final BootstrapCheckStrategy NONE = new BootstrapCheckStrategy("none");

    public static final BootstrapCheckStrategy SSH = new BootstrapCheckStrategy("ssh");

    private BootstrapCheckStrategy(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static BootstrapCheckStrategy of(String value) {
        return new BootstrapCheckStrategy(value);
    }
}
