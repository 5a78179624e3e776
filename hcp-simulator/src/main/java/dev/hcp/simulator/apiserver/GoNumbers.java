package dev.hcp.simulator.apiserver;

import dev.hcp.api.validation.schema.GoSyntax;
import java.util.function.Function;

/** Numbers in texts, as Go reads them, with what it says of texts that are none. */
final class GoNumbers {
    private GoNumbers() {}

    /** An integer of 64 bits in a query parameter; a text that is none is a 400. */
    static long parseInt(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            boolean signed = text.startsWith("-") || text.startsWith("+");
            throw Failures.badRequest(problem("ParseInt", text, isDigits(text.substring(signed ? 1 : 0))));
        }
    }

    /**
     * An integer of 64 bits without a sign.
     *
     * @param refusal what to throw, from what Go says of the text
     */
    static long parseUint(String text, Function<String, ApiException> refusal) {
        boolean digits = isDigits(text);
        try {
            if (digits) {
                return Long.parseUnsignedLong(text);
            }
        } catch (NumberFormatException e) {
            throw refusal.apply(problem("ParseUint", text, true));
        }
        throw refusal.apply(problem("ParseUint", text, false));
    }

    private static String problem(String function, String text, boolean tooLarge) {
        return "strconv." + function + ": parsing " + GoSyntax.quote(text) + ": "
                + (tooLarge ? "value out of range" : "invalid syntax");
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
