package dev.hcp.simulator.world.scheduling;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Amounts such as {@code 300m} and {@code 2Gi} as numbers; there are few different ones, so each is parsed once. */
final class Quantities {
    private final Map<String, Long> millis = new HashMap<>();

    /** An amount in thousandths, rounded up; 0 where there is none or it cannot be read. */
    long millis(@Nullable Object amount) {
        return amount == null ? 0 : millis.computeIfAbsent(String.valueOf(amount), Quantities::parse);
    }

    /** An amount in whole units, rounded up. */
    long units(@Nullable Object amount) {
        return (millis(amount) + 999) / 1000;
    }

    private static long parse(String text) {
        try {
            BigDecimal thousandths = Quantity.parse(text).getNumericalAmount().movePointRight(3);
            return thousandths
                    .setScale(0, RoundingMode.CEILING)
                    .min(BigDecimal.valueOf(Long.MAX_VALUE / 1024))
                    .longValue();
        } catch (IllegalArgumentException | ArithmeticException notAnAmount) {
            // Such an amount does not get past the API server's validation.
            return 0;
        }
    }
}
