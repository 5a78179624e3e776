package dev.hcp.api.json;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * YAML to and from trees, with the scalars that Kubernetes' YAML has: true and false, numbers, null, and text. All methods
 * are thread-safe.
 */
public final class Yaml {
    /** The longest text that is read, in characters: what an API server takes in one request. */
    public static final int LIMIT = 3 * 1024 * 1024;

    private static final LoadSettings LOAD = LoadSettings.builder()
            .setAllowDuplicateKeys(true)
            .setMaxAliasesForCollections(100)
            .setCodePointLimit(LIMIT)
            .build();
    private static final DumpSettings DUMP = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setIndicatorIndent(0)
            .setWidth(Integer.MAX_VALUE)
            .build();
    private static final Pattern INTEGER = Pattern.compile("[-+]?(0|[1-9][0-9_]*)");
    private static final Pattern OTHER_INTEGER = Pattern.compile("[-+]?0(x[0-9a-fA-F]+|o[0-7]+|b[01]+|[0-7]+)");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final List<String> TRUE =
            List.of("y", "Y", "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON");
    private static final List<String> FALSE =
            List.of("n", "N", "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF");

    private final List<String> duplicates;

    private Yaml(List<String> duplicates) {
        this.duplicates = duplicates;
    }

    /**
     * Parses one document.
     *
     * @param duplicates takes a line for each key that is set twice
     * @throws YamlSyntaxException when the text is not YAML
     */
    public static @Nullable Object parse(String text, List<String> duplicates) {
        try {
            Node root = new Compose(LOAD).composeString(text).orElse(null);
            return root == null ? null : new Yaml(duplicates).value(root);
        } catch (YamlEngineException e) {
            throw new YamlSyntaxException("yaml: " + firstLine(e.getMessage()), e);
        }
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
        try {
            requireDepth(text, maxDepth);
            List<Document> documents = new ArrayList<>();
            for (Node root : new Compose(LOAD).composeAllFromString(text)) {
                List<String> duplicates = new ArrayList<>();
                documents.add(new Document(new Yaml(duplicates).value(root), duplicates));
            }
            return documents;
        } catch (YamlEngineException e) {
            throw new YamlSyntaxException("yaml: " + firstLine(e.getMessage()), e);
        }
    }

    /** Looks at the text as a stream first: building a tree takes stack in proportion to its depth. */
    private static void requireDepth(String text, int maxDepth) {
        int depth = 0;
        for (Event event : new Parse(LOAD).parseString(text)) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> {
                    if (++depth > maxDepth) {
                        throw new YamlSyntaxException(
                                "yaml: objects and lists are nested deeper than " + maxDepth + " levels", null);
                    }
                }
                case MappingEnd, SequenceEnd -> depth--;
                default -> {
                    // Does not nest.
                }
            }
        }
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "malformed" : message.lines().findFirst().orElse("malformed");
    }

    private @Nullable Object value(Node node) {
        if (node instanceof MappingNode mapping) {
            JsonObject.Builder object = JsonObject.builder(mapping.getValue().size());
            List<String> seen = new ArrayList<>();
            for (NodeTuple tuple : mapping.getValue()) {
                String key = String.valueOf(value(tuple.getKeyNode()));
                if (seen.contains(key)) {
                    int line = tuple.getKeyNode()
                            .getStartMark()
                            .map(mark -> mark.getLine() + 1)
                            .orElse(0);
                    duplicates.add("line " + line + ": key \"" + key + "\" already set in map");
                }
                seen.add(key);
                object.put(key, value(tuple.getValueNode()));
            }
            return object.build();
        }
        if (node instanceof SequenceNode sequence) {
            List<@Nullable Object> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(value(item));
            }
            return JsonArray.copyOf(items);
        }
        ScalarNode scalar = (ScalarNode) node;
        boolean plain =
                scalar.getScalarStyle() == ScalarStyle.PLAIN && !scalar.getTag().equals(Tag.BINARY);
        return plain ? plainScalar(scalar.getValue()) : scalar.getValue();
    }

    private static @Nullable Object plainScalar(String text) {
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

    /** The document of a tree. */
    public static String write(@Nullable Object tree) {
        return new Dump(DUMP).dumpToString(Json.freeze(tree));
    }
}
