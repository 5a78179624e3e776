package dev.hcp.api.json;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/** How Go's {@code encoding/json} escapes text: also what HTML and JavaScript would take for their own. */
final class GoEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1;
    private static final int ASCII = 128;
    private static final char LINE_SEPARATOR = '\u2028';
    private static final char PARAGRAPH_SEPARATOR = '\u2029';
    private static final @Nullable String[] TEXTS = new @Nullable String[ASCII];
    private static final @Nullable SerializedString[] SERIALIZED = new @Nullable SerializedString[ASCII];
    private static final SerializedString LINE = new SerializedString("\\u2028");
    private static final SerializedString PARAGRAPH = new SerializedString("\\u2029");

    static {
        for (char c = 0; c < ASCII; c++) {
            TEXTS[c] = switch (c) {
                case '"' -> "\\\"";
                case '\\' -> "\\\\";
                case '\b' -> "\\b";
                case '\f' -> "\\f";
                case '\n' -> "\\n";
                case '\r' -> "\\r";
                case '\t' -> "\\t";
                default -> c < ' ' || c == '<' || c == '>' || c == '&' ? String.format("\\u%04x", (int) c) : null;
            };
            String text = TEXTS[c];
            SERIALIZED[c] = text == null ? null : new SerializedString(text);
        }
    }

    private static final int[] ESCAPED = new int[ASCII];

    static {
        for (int c = 0; c < ASCII; c++) {
            ESCAPED[c] = TEXTS[c] == null ? ESCAPE_NONE : ESCAPE_CUSTOM;
        }
    }

    /** What stands for a character, or null for itself. */
    static @Nullable String of(char c) {
        if (c < ASCII) {
            return TEXTS[c];
        }
        return c == LINE_SEPARATOR ? LINE.getValue() : c == PARAGRAPH_SEPARATOR ? PARAGRAPH.getValue() : null;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ESCAPED;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
        if (c < ASCII) {
            return SERIALIZED[c];
        }
        return c == LINE_SEPARATOR ? LINE : c == PARAGRAPH_SEPARATOR ? PARAGRAPH : null;
    }
}
