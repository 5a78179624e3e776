package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** How nodes get a new release or configuration. */
public final class UpgradeType extends OpenEnum {
    public static final UpgradeType REPLACE = new UpgradeType("Replace");

    public static final UpgradeType IN_PLACE = new UpgradeType("InPlace");

    private UpgradeType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static UpgradeType of(String value) {
        return new UpgradeType(value);
    }
}
