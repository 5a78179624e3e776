package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** A control plane service that is published to the outside. */
public final class ServiceType extends OpenEnum {
    public static final ServiceType API_SERVER = new ServiceType("APIServer");

    public static final ServiceType OAUTH_SERVER = new ServiceType("OAuthServer");

    public static final ServiceType OIDC = new ServiceType("OIDC");

    public static final ServiceType KONNECTIVITY = new ServiceType("Konnectivity");

    public static final ServiceType IGNITION = new ServiceType("Ignition");

    public static final ServiceType OVN_SB_DB = new ServiceType("OVNSbDb");

    private ServiceType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static ServiceType of(String value) {
        return new ServiceType(value);
    }
}
