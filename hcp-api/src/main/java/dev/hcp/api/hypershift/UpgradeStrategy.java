package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** When replaced nodes go. */
public final class UpgradeStrategy extends OpenEnum {
    public static final UpgradeStrategy ROLLING_UPDATE = new UpgradeStrategy("RollingUpdate");

    public static final UpgradeStrategy ON_DELETE = new UpgradeStrategy("OnDelete");

    private UpgradeStrategy(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static UpgradeStrategy of(String value) {
        return new UpgradeStrategy(value);
    }
}
