package dev.hcp.api.metal3;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** How far the provisioning of a host is; empty for a new one. */
public final class ProvisioningState extends OpenEnum {
    public static final ProvisioningState UNMANAGED = new ProvisioningState("unmanaged");

    public static final ProvisioningState REGISTERING = new ProvisioningState("registering");

    public static final ProvisioningState INSPECTING = new ProvisioningState("inspecting");

    public static final ProvisioningState MATCH_PROFILE = new ProvisioningState("match profile");

    public static final ProvisioningState PREPARING = new ProvisioningState("preparing");

    public static final ProvisioningState READY = new ProvisioningState("ready");

    public static final ProvisioningState AVAILABLE = new ProvisioningState("available");

    public static final ProvisioningState PROVISIONING = new ProvisioningState("provisioning");

    public static final ProvisioningState PROVISIONED = new ProvisioningState("provisioned");

    public static final ProvisioningState EXTERNALLY_PROVISIONED = new ProvisioningState("externally provisioned");

    public static final ProvisioningState DEPROVISIONING = new ProvisioningState("deprovisioning");

    public static final ProvisioningState POWERING_OFF_BEFORE_DELETE =
            new ProvisioningState("powering off before delete");

    public static final ProvisioningState DELETING = new ProvisioningState("deleting");

    private ProvisioningState(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static ProvisioningState of(String value) {
        return new ProvisioningState(value);
    }
}
