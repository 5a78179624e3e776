package dev.hcp.api.metal3;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** What failed on a host. */
public final class HostErrorType extends OpenEnum {
    public static final HostErrorType PROVISIONED_REGISTRATION_ERROR =
            new HostErrorType("provisioned registration error");

    public static final HostErrorType REGISTRATION_ERROR = new HostErrorType("registration error");

    public static final HostErrorType INSPECTION_ERROR = new HostErrorType("inspection error");

    public static final HostErrorType PREPARATION_ERROR = new HostErrorType("preparation error");

    public static final HostErrorType PROVISIONING_ERROR = new HostErrorType("provisioning error");

    public static final HostErrorType POWER_MANAGEMENT_ERROR = new HostErrorType("power management error");

    private HostErrorType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static HostErrorType of(String value) {
        return new HostErrorType(value);
    }
}
