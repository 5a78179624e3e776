package dev.hcp.api.names;

import dev.hcp.api.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/**
 * The hashes in names and annotations: FNV-1a of 32 bits as eight hexadecimal digits, over exactly the bytes that the
 * reference operators hash, so that both derive the same names.
 */
public final class Hashes {
    private static final int OFFSET_BASIS = 0x811c9dc5;
    private static final int PRIME = 0x01000193;

    private Hashes() {}

    /** The hash of a text's UTF-8 bytes. */
    public static String simple(String text) {
        return hex(fnv1a(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The hash of bytes in the form in which Go prints them, {@code [97 98 99]}. */
    public static String simple(byte[] bytes) {
        StringJoiner printed = new StringJoiner(" ", "[", "]");
        for (byte value : bytes) {
            printed.add(Integer.toString(value & 0xff));
        }
        return simple(printed.toString());
    }

    /**
     * The hash of a value's JSON text as Go writes it: compact, and {@code <}, {@code >}, {@code &} escaped. Members of trees are
     * in alphabetical order, as those of Go maps; for a Go struct pass its text to {@link #simple(String)}.
     */
    public static String struct(Object tree) {
        return simple(Json.write(tree)
                .replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029"));
    }

    /** FNV-1a of 32 bits. */
    static int fnv1a(byte[] bytes) {
        int hash = OFFSET_BASIS;
        for (byte value : bytes) {
            hash ^= value & 0xff;
            hash *= PRIME;
        }
        return hash;
    }

    private static String hex(int hash) {
        String digits = Integer.toHexString(hash);
        return "0".repeat(8 - digits.length()) + digits;
    }
}
