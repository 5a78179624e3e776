package dev.hcp.simulator.apiserver;

import java.util.ArrayList;
import java.util.List;

/** Warnings as values of the Warning header. */
final class WarningHeaders {
    /** How much text is sent before each warning is cut. */
    private static final int LONGEST_IN_ALL = 4 * 1024;

    private static final int LONGEST_ONCE_CUT = 256;

    private WarningHeaders() {}

    /** The values for texts, in order. A text that no header can hold is left out, as is what is beyond the limit. */
    static List<String> of(List<String> texts) {
        List<String> fitting = texts.stream().filter(WarningHeaders::fitsHeader).toList();
        boolean cut = fitting.stream().mapToInt(WarningHeaders::length).sum() > LONGEST_IN_ALL;
        List<String> values = new ArrayList<>(fitting.size());
        int written = 0;
        for (String text : fitting) {
            if (cut && written >= LONGEST_IN_ALL) {
                break;
            }
            String sent = cut && length(text) > LONGEST_ONCE_CUT
                    ? text.substring(0, text.offsetByCodePoints(0, LONGEST_ONCE_CUT))
                    : text;
            written += length(sent);
            values.add("299 - \"" + sent.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
        }
        return values;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean fitsHeader(String text) {
        return !text.isEmpty() && text.chars().noneMatch(Character::isISOControl);
    }
}
