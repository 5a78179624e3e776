package dev.hcp.api.validation.cel;

import dev.cel.common.exceptions.CelBadFormatException;

/** Positions in texts, counted in characters as Unicode has them. */
final class StringFunctions {
    private StringFunctions() {}

    static long indexOf(String text, String part, long from) {
        int length = text.codePointCount(0, text.length());
        if (part.isEmpty()) {
            return from;
        }
        if (from < 0 || from > length || (from == length && length > 0)) {
            throw outOfRange(from);
        }
        int at = text.indexOf(part, text.offsetByCodePoints(0, (int) from));
        return at < 0 ? -1 : text.codePointCount(0, at);
    }

    static long lastIndexOf(String text, String part) {
        int at = text.lastIndexOf(part);
        return at < 0 ? -1 : text.codePointCount(0, at);
    }

    static long lastIndexOf(String text, String part, long from) {
        if (part.isEmpty()) {
            return from;
        }
        if (from < 0 || from >= text.codePointCount(0, text.length())) {
            throw outOfRange(from);
        }
        int at = text.lastIndexOf(part, text.offsetByCodePoints(0, (int) from));
        return at < 0 ? -1 : text.codePointCount(0, at);
    }

    private static CelBadFormatException outOfRange(long index) {
        return new CelBadFormatException("index out of range: " + index);
    }

    /** The order of Go: by bytes in UTF-8, which is that of code points. */
    static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char left = a.charAt(i);
            char right = b.charAt(i);
            if (left != right) {
                boolean surrogates = Character.isSurrogate(left) != Character.isSurrogate(right);
                return surrogates ? (Character.isSurrogate(left) ? 1 : -1) : left - right;
            }
        }
        return a.length() - b.length();
    }
}
