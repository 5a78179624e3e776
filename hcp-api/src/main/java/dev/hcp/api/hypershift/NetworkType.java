package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** The network plug-in of the hosted cluster. */
public final class NetworkType extends OpenEnum {
    public static final NetworkType OPENSHIFT_SDN = new NetworkType("OpenShiftSDN");

    public static final NetworkType CALICO = new NetworkType("Calico");

    public static final NetworkType OVN_KUBERNETES = new NetworkType("OVNKubernetes");

    public static final NetworkType OTHER = new NetworkType("Other");

    private NetworkType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static NetworkType of(String value) {
        return new NetworkType(value);
    }
}
