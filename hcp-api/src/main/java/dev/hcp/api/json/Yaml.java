package dev.hcp.api.json;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML to and from trees, with the scalars that Kubernetes' YAML has: true and false, numbers, null, and text. All methods
 * are thread-safe.
 */
public final class Yaml {
    /** The longest text that is read, in characters: what an API server takes in one request. */
    public static final int LIMIT = 3 * 1024 * 1024;

    /** As deep as JSON may be nested. */
    private static final int DEPTH = 1000;

    private static final LoadSettings LOAD = LoadSettings.builder()
            .setAllowDuplicateKeys(true)
            .setCodePointLimit(LIMIT)
            .build();
    private static final Pattern INTEGER = Pattern.compile("[-+]?(0|[1-9][0-9_]*)");
    private static final Pattern OTHER_INTEGER = Pattern.compile("[-+]?0(x[0-9a-fA-F]+|o[0-7]+|b[01]+|[0-7]+)");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final List<String> TRUE =
            List.of("y", "Y", "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON");
    private static final List<String> FALSE =
            List.of("n", "N", "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF");

    private Yaml() {}

    /**
     * Parses one document.
     *
     * @param duplicates takes a line for each key that is set twice
     * @throws YamlSyntaxException when the text is not YAML
     */
    public static @Nullable Object parse(String text, List<String> duplicates) {
        List<Document> documents = read(text, DEPTH, 1);
        if (documents.isEmpty()) {
            return null;
        }
        duplicates.addAll(documents.get(0).duplicates());
        return documents.get(0).value();
    }

    /**
     * A document of a text.
     *
     * @param value its tree; null when it is empty
     * @param duplicates a line for each key that is set twice
     */
    public record Document(@Nullable Object value, List<String> duplicates) {}

    /**
     * Parses the documents of a text.
     *
     * @param maxDepth how deep objects and lists may be nested
     * @throws YamlSyntaxException when the text is not YAML, or is nested deeper
     */
    public static List<Document> documents(String text, int maxDepth) {
        return read(text, maxDepth, Integer.MAX_VALUE);
    }

    private static List<Document> read(String text, int maxDepth, int most) {
        try {
            return new YamlReader(LOAD, text, maxDepth).documents(most);
        } catch (YamlEngineException e) {
            throw new YamlSyntaxException("yaml: " + firstLine(e.getMessage()), e);
        }
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "malformed" : message.lines().findFirst().orElse("malformed");
    }

    /** What a text without quotes stands for. */
    static @Nullable Object plainScalar(String text) {
        if (text.isEmpty() || text.equals("~") || text.equals("null") || text.equals("Null") || text.equals("NULL")) {
            return null;
        }
        if (TRUE.contains(text)) {
            return true;
        }
        if (FALSE.contains(text)) {
            return false;
        }
        if (INTEGER.matcher(text).matches()) {
            try {
                return Long.parseLong(text.replace("_", ""));
            } catch (NumberFormatException e) {
                return Double.parseDouble(text.replace("_", ""));
            }
        }
        if (OTHER_INTEGER.matcher(text).matches()) {
            return otherInteger(text);
        }
        if (FLOAT.matcher(text).matches()) {
            return Double.parseDouble(text);
        }
        return text;
    }

    private static Object otherInteger(String text) {
        boolean negative = text.startsWith("-");
        String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(2) : text.substring(1);
        char base = digits.charAt(0);
        int radix = base == 'x' ? 16 : base == 'b' ? 2 : 8;
        try {
            long value = Long.parseLong(Character.isLetter(base) ? digits.substring(1) : digits, radix);
            return negative ? -value : value;
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /**
     * The document of a tree, byte for byte as Kubernetes' own tools and servers write it, so that hashes of it and
     * comparisons with it hold.
     */
    public static String write(@Nullable Object tree) {
        return GoYaml.write(Json.freeze(tree));
    }
}
