package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Whether nodes get a part of the cluster network from the control plane. */
public final class NodeCidrAllocation extends OpenEnum {
    public static final NodeCidrAllocation ENABLED = new NodeCidrAllocation("Enabled");

    public static final NodeCidrAllocation DISABLED = new NodeCidrAllocation("Disabled");

    private NodeCidrAllocation(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static NodeCidrAllocation of(String value) {
        return new NodeCidrAllocation(value);
    }
}
