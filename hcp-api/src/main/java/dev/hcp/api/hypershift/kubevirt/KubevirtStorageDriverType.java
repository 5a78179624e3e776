package dev.hcp.api.hypershift.kubevirt;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** How storage classes of the infrastructure cluster reach the hosted cluster. */
public final class KubevirtStorageDriverType extends OpenEnum {
    public static final KubevirtStorageDriverType NONE = new KubevirtStorageDriverType("None");

    public static final KubevirtStorageDriverType DEFAULT = new KubevirtStorageDriverType("Default");

    public static final KubevirtStorageDriverType MANUAL = new KubevirtStorageDriverType("Manual");

    private KubevirtStorageDriverType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static KubevirtStorageDriverType of(String value) {
        return new KubevirtStorageDriverType(value);
    }
}
