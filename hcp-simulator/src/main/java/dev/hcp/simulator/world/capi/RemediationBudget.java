package dev.hcp.simulator.world.capi;

import dev.hcp.simulator.world.IntOrPercent;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a MachineHealthCheck may remediate.
 *
 * @param allowed whether it may
 * @param remaining {@code status.remediationsAllowed}
 * @param message why not; empty when it may
 */
record RemediationBudget(boolean allowed, int remaining, String message) {
    private static final Pattern RANGE = Pattern.compile("^\\[([0-9]+)-([0-9]+)]$");

    /**
     * Decides. Machines that start, are deleted or are in a timeout window count against the budget although they are not
     * remediated; the message counts only those to remediate.
     *
     * @param expected machines that match the selector
     * @param healthy those that are healthy
     * @param unhealthy those to remediate
     * @param maxUnhealthy {@code spec.maxUnhealthy}; 100 % when absent
     * @param unhealthyRange {@code spec.unhealthyRange}, which goes before, such as {@code [1-3]}
     */
    static RemediationBudget of(
            int expected, int healthy, int unhealthy, @Nullable Object maxUnhealthy, @Nullable String unhealthyRange) {
        int counted = expected - healthy;
        Matcher range = RANGE.matcher(unhealthyRange == null ? "" : unhealthyRange);
        if (range.matches()) {
            int low = Integer.parseInt(range.group(1));
            int high = Integer.parseInt(range.group(2));
            if (counted >= low && counted <= high) {
                return new RemediationBudget(true, high - counted, "");
            }
            return new RemediationBudget(
                    false,
                    0,
                    "Remediation is not allowed, the number of not started or unhealthy machines does not fall within the"
                            + " range (total: " + expected + ", unhealthy: " + unhealthy + ", unhealthyRange: "
                            + unhealthyRange + ")");
        }
        int limit = IntOrPercent.of(maxUnhealthy, expected, false, expected);
        if (counted <= limit) {
            return new RemediationBudget(true, limit - counted, "");
        }
        return new RemediationBudget(
                false,
                0,
                "Remediation is not allowed, the number of not started or unhealthy machines exceeds maxUnhealthy (total: "
                        + expected + ", unhealthy: " + unhealthy + ", maxUnhealthy: " + maxUnhealthy + ")");
    }
}
