package dev.hcp.platforms.none;

import dev.hcp.api.hypershift.UpgradeType;
import dev.hcp.platforms.PlatformProvider;

/**
 * Platform {@code None}: nodes are brought by the user, so there is no infrastructure, no Cluster API Cluster and no
 * provider.
 */
public final class NonePlatform implements PlatformProvider {
    @Override
    public String platformType() {
        return "None";
    }

    /** In place: there is nobody who would make new machines. */
    @Override
    public UpgradeType defaultUpgradeType() {
        return UpgradeType.IN_PLACE;
    }
}
