package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.hypershift.NodePoolManagement;
import dev.hcp.api.hypershift.ReplaceUpgrade;
import dev.hcp.api.hypershift.UpgradeStrategy;
import dev.hcp.api.hypershift.UpgradeType;
import java.util.Optional;

/** Which combinations of {@code spec.management} there are. */
final class ManagementRules {
    private ManagementRules() {}

    /** What is wrong with it, in the words of condition UpdateManagementEnabled. */
    static Optional<String> problem(NodePoolManagement management) {
        UpgradeType type = management.getUpgradeType();
        if (UpgradeType.IN_PLACE.equals(type)) {
            return Optional.empty();
        }
        ReplaceUpgrade replace = management.getReplace();
        if (!UpgradeType.REPLACE.equals(type) || replace == null) {
            return Optional.of("this is unsupported. \"" + UpgradeType.REPLACE.value()
                    + "\" upgrade type and a strategy: \"RollingUpdate\" or \"OnDelete\" are required");
        }
        UpgradeStrategy strategy = replace.getStrategy();
        boolean rolling = UpgradeStrategy.ROLLING_UPDATE.equals(strategy);
        if (!rolling && !UpgradeStrategy.ON_DELETE.equals(strategy)) {
            return Optional.of("this is unsupported. \"" + UpgradeType.REPLACE.value()
                    + "\" upgrade type only support strategies \"OnDelete\" and \"RollingUpdate\"");
        }
        if (rolling && replace.getRollingUpdate() == null) {
            // Limits that are not in it have defaults.
            return Optional.of("this is unsupported. \"" + UpgradeType.REPLACE.value()
                    + "\" upgrade type with strategy \"RollingUpdate\" require a MaxUnavailable and MaxSurge");
        }
        return Optional.empty();
    }
}
