package dev.hcp.api.hypershift.operators;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** From where an internal load balancer is reached: from every region of the network, or from its own. */
public final class GcpClientAccess extends OpenEnum {
    public static final GcpClientAccess GLOBAL = new GcpClientAccess("Global");

    public static final GcpClientAccess LOCAL = new GcpClientAccess("Local");

    private GcpClientAccess(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static GcpClientAccess of(String value) {
        return new GcpClientAccess(value);
    }
}
