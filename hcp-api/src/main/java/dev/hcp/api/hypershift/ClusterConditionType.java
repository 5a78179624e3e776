package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** How the exposure of a cluster to a risk is decided. */
public final class ClusterConditionType extends OpenEnum {
    public static final ClusterConditionType ALWAYS = new ClusterConditionType("Always");

    public static final ClusterConditionType PROM_QL = new ClusterConditionType("PromQL");

    private ClusterConditionType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static ClusterConditionType of(String value) {
        return new ClusterConditionType(value);
    }
}
