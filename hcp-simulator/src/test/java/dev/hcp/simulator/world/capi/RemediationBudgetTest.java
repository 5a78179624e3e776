package dev.hcp.simulator.world.capi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RemediationBudgetTest {
    @Test
    void a_percentage_is_rounded_down() {
        assertThat(RemediationBudget.of(5, 3, 2, "40%", null).allowed()).isTrue();
        assertThat(RemediationBudget.of(4, 2, 2, "40%", null).allowed()).isFalse();
    }

    @Test
    void starting_machines_count_although_the_message_does_not_count_them() {
        RemediationBudget budget = RemediationBudget.of(5, 1, 0, 2L, null);
        assertThat(budget.allowed()).isFalse();
        assertThat(budget.message())
                .isEqualTo("Remediation is not allowed, the number of not started or unhealthy machines exceeds"
                        + " maxUnhealthy (total: 5, unhealthy: 0, maxUnhealthy: 2)");
    }

    @Test
    void without_a_limit_everything_may_be_remediated() {
        assertThat(RemediationBudget.of(3, 0, 3, null, null)).isEqualTo(new RemediationBudget(true, 0, ""));
    }

    @Test
    void a_range_goes_before_the_maximum() {
        assertThat(RemediationBudget.of(5, 5, 0, 5L, "[1-2]").message())
                .endsWith("does not fall within the range (total: 5, unhealthy: 0, unhealthyRange: [1-2])");
        assertThat(RemediationBudget.of(5, 4, 1, 0L, "[1-2]").remaining()).isEqualTo(1);
    }
}
