package dev.hcp.reconcilers.nodepool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.hypershift.NodePoolManagement;
import dev.hcp.api.hypershift.UpgradeStrategy;
import dev.hcp.api.hypershift.UpgradeType;
import org.junit.jupiter.api.Test;

class ManagementRulesTest {
    @Test
    void replacing_needs_a_strategy() {
        NodePoolManagement management =
                NodePoolManagement.builder().upgradeType(UpgradeType.REPLACE).build();
        assertThat(ManagementRules.problem(management))
                .contains(
                        "this is unsupported. \"Replace\" upgrade type and a strategy: \"RollingUpdate\" or \"OnDelete\""
                                + " are required");
    }

    @Test
    void rolling_needs_both_limits() {
        NodePoolManagement management = NodePoolManagement.builder()
                .upgradeType(UpgradeType.REPLACE)
                .replace(replace -> replace.strategy(UpgradeStrategy.ROLLING_UPDATE))
                .build();
        assertThat(ManagementRules.problem(management))
                .hasValueSatisfying(problem -> assertThat(problem).endsWith("require a MaxUnavailable and MaxSurge"));
    }

    @Test
    void upgrading_in_place_needs_nothing() {
        assertThat(ManagementRules.problem(NodePoolManagement.builder()
                        .upgradeType(UpgradeType.IN_PLACE)
                        .build()))
                .isEmpty();
    }
}
