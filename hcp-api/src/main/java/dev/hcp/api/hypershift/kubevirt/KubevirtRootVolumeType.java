package dev.hcp.api.hypershift.kubevirt;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** What the root disk of a virtual machine is. */
public final class KubevirtRootVolumeType extends OpenEnum {
    public static final KubevirtRootVolumeType PERSISTENT = new KubevirtRootVolumeType("Persistent");

    private KubevirtRootVolumeType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static KubevirtRootVolumeType of(String value) {
        return new KubevirtRootVolumeType(value);
    }
}
