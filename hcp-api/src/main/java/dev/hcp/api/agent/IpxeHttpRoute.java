package dev.hcp.api.agent;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Whether iPXE scripts can be had without encryption. */
public final class IpxeHttpRoute extends OpenEnum {
    public static final IpxeHttpRoute ENABLED = new IpxeHttpRoute("enabled");

    public static final IpxeHttpRoute DISABLED = new IpxeHttpRoute("disabled");

    private IpxeHttpRoute(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static IpxeHttpRoute of(String value) {
        return new IpxeHttpRoute(value);
    }
}
