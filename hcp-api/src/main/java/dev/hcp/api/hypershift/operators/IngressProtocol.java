package dev.hcp.api.hypershift.operators;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** What arrives at an ingress controller: plain connections, or such as are preceded by the PROXY protocol. */
public final class IngressProtocol extends OpenEnum {
    public static final IngressProtocol UNSET = new IngressProtocol("");

    public static final IngressProtocol TCP = new IngressProtocol("TCP");

    public static final IngressProtocol PROXY = new IngressProtocol("PROXY");

    private IngressProtocol(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static IngressProtocol of(String value) {
        return new IngressProtocol(value);
    }
}
