package dev.hcp.api.capi;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** How a machine deployment replaces its machines. */
public final class MachineDeploymentStrategyType extends OpenEnum {
    public static final MachineDeploymentStrategyType ROLLING_UPDATE =
            new MachineDeploymentStrategyType("RollingUpdate");

    public static final MachineDeploymentStrategyType ON_DELETE = new MachineDeploymentStrategyType("OnDelete");

    private MachineDeploymentStrategyType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static MachineDeploymentStrategyType of(String value) {
        return new MachineDeploymentStrategyType(value);
    }
}
