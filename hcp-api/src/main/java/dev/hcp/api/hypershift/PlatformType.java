package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Until;

/** The infrastructure that a hosted cluster or node pool runs on. */
public final class PlatformType extends OpenEnum {
    public static final PlatformType AWS = new PlatformType("AWS");

    public static final PlatformType NONE = new PlatformType("None");

    public static final PlatformType IBM_CLOUD = new PlatformType("IBMCloud");

    public static final PlatformType AGENT = new PlatformType("Agent");

    public static final PlatformType KUBEVIRT = new PlatformType("KubeVirt");

    public static final PlatformType AZURE = new PlatformType("Azure");

    public static final PlatformType POWER_VS = new PlatformType("PowerVS");

    @Until(Edition.V4_17)
    public static final PlatformType OPENSTACK = new PlatformType("OpenStack");

    private PlatformType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static PlatformType of(String value) {
        return new PlatformType(value);
    }
}
