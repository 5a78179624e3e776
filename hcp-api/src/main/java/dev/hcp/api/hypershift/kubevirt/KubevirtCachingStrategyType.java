package dev.hcp.api.hypershift.kubevirt;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Whether the boot image is cached. */
public final class KubevirtCachingStrategyType extends OpenEnum {
    public static final KubevirtCachingStrategyType NONE = new KubevirtCachingStrategyType("None");

    public static final KubevirtCachingStrategyType PVC = new KubevirtCachingStrategyType("PVC");

    private KubevirtCachingStrategyType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static KubevirtCachingStrategyType of(String value) {
        return new KubevirtCachingStrategyType(value);
    }
}
