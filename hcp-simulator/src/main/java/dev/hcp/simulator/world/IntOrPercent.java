package dev.hcp.simulator.world;

import org.jspecify.annotations.Nullable;

/** A number of machines or pods, given as it is or as a percentage of another number. */
public final class IntOrPercent {
    private IntOrPercent() {}

    /**
     * The number meant, a share rounded up or down.
     *
     * @param value a JSON integer, or text such as {@code 25%}; anything else counts as absent
     * @param absent what an absent value means
     */
    public static int of(@Nullable Object value, int total, boolean roundUp, int absent) {
        if (value instanceof Long number) {
            return number.intValue();
        }
        if (value instanceof String text && text.endsWith("%")) {
            try {
                long share = (long) Integer.parseInt(text.substring(0, text.length() - 1)) * total;
                return (int) (roundUp ? Math.floorDiv(share + 99, 100L) : Math.floorDiv(share, 100L));
            } catch (NumberFormatException e) {
                return absent;
            }
        }
        return absent;
    }
}
