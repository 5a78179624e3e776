package dev.hcp.reconcilers;

import dev.hcp.api.value.PausedUntil;
import java.time.Instant;
import java.util.Optional;

/** The condition ReconciliationActive of hosted clusters and control planes. */
public final class ReconciliationActive {
    private static final String TYPE = "ReconciliationActive";

    private ReconciliationActive() {}

    /**
     * Sets the condition from {@code spec.pausedUntil}.
     *
     * @param pausedUntil the field's value
     * @return whether reconciliation rests
     */
    public static boolean set(Conditions conditions, Optional<String> pausedUntil, Instant now) {
        PausedUntil pause = PausedUntil.of(pausedUntil.orElse("false"));
        if (!pause.isValid()) {
            conditions.set(TYPE, true, "InvalidPausedUntilValue", "Invalid value provided for PausedUntil field");
        } else if (pause.isPausedAt(now)) {
            String until = pause.time().isPresent() ? "until: " + pause : "until field removed";
            conditions.set(TYPE, false, "ReconciliationPaused", "Reconciliation paused " + until);
            return true;
        } else {
            conditions.set(TYPE, true, "AsExpected", "Reconciliation active on resource");
        }
        return false;
    }
}
