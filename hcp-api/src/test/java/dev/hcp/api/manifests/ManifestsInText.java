package dev.hcp.api.manifests;

import dev.hcp.api.crd.Crds;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds manifests in the running text of a manual and makes YAML of them: marks of footnotes and left-out lines go,
 * placeholders become values, and items that stand a column beside their siblings are moved to them.
 */
final class ManifestsInText {
    private static final Pattern START = Pattern.compile(" *(apiVersion|kind): \\S.*");
    private static final Pattern FOOTNOTE = Pattern.compile("\\s*\\d+( \\d+)*");
    private static final Pattern MEMBER = Pattern.compile("([A-Za-z][\\w.-]*:( .*)?)|---|- .*|(# )?\\.\\.\\.");
    private static final Pattern MARK_AFTER_VALUE =
            Pattern.compile("(\\s*(?:- )?(?:[\\w./<>-]+: \\S.*?|[^\\s:].*?)) \\\\?\\d+( \\d+)*");
    private static final Pattern NUMBERS = Pattern.compile("(\\s*(?:- )?[\\w./<>-]+:)( \\\\?\\d+)( \\d+)*");
    private static final Pattern PLACEHOLDER = Pattern.compile("<([^<>]+)>|\\$\\{([^{}]+)}");
    private static final Set<String> KINDS =
            Crds.kinds().stream().map(HasMetadata::getKind).collect(Collectors.toSet());

    private ManifestsInText() {}

    /** The manifests of kinds that have a definition here, in the order of the text. */
    static List<JsonObject> of(List<String> text) {
        List<JsonObject> found = new ArrayList<>();
        for (int start = 0; start < text.size(); start++) {
            if (START.matcher(text.get(start)).matches()) {
                List<String> block = block(text, start);
                start += block.size() - 1;
                documents(block).stream()
                        .filter(ManifestsInText::isOfKnownKind)
                        .map(ManifestsInText::parsed)
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static List<String> block(List<String> text, int start) {
        int margin = indentation(text.get(start));
        List<String> block = new ArrayList<>();
        for (String line : text.subList(start, text.size())) {
            int indentation = indentation(line);
            boolean within = indentation > margin
                    || (indentation == margin && MEMBER.matcher(line.strip()).matches());
            if (line.isBlank() || FOOTNOTE.matcher(line).matches() || !within) {
                break;
            }
            block.add(line.substring(margin));
        }
        return block;
    }

    /** Splits where a separator, or a second {@code apiVersion}, says that another document begins. */
    private static List<List<String>> documents(List<String> block) {
        List<List<String>> documents = new ArrayList<>();
        List<String> current = new ArrayList<>();
        for (String line : block) {
            boolean another = line.startsWith("apiVersion:")
                    && current.stream().anyMatch(earlier -> earlier.startsWith("apiVersion:"));
            if (line.equals("---") || another) {
                documents.add(current);
                current = new ArrayList<>();
            }
            if (!line.equals("---")
                    && !line.strip().equals("...")
                    && !line.strip().startsWith("#")) {
                current.add(line);
            }
        }
        documents.add(current);
        return documents;
    }

    private static boolean isOfKnownKind(List<String> document) {
        return document.stream().anyMatch(line -> line.startsWith("kind: ") && KINDS.contains(line.substring(6)));
    }

    private static JsonObject parsed(List<String> document) {
        String yaml = String.join("\n", aligned(withoutMarks(document)));
        return (JsonObject) Json.freeze(Json.serialization().unmarshal(withValues(yaml), Map.class));
    }

    private static List<String> withoutMarks(List<String> document) {
        List<String> cleaned = new ArrayList<>();
        for (int i = 0; i < document.size(); i++) {
            String line = document.get(i);
            String next = i + 1 < document.size() ? document.get(i + 1) : "";
            Matcher afterValue = MARK_AFTER_VALUE.matcher(line);
            Matcher numbers = NUMBERS.matcher(line);
            boolean holdsMore = indentation(next) > indentation(line)
                    || (indentation(next) == indentation(line)
                            && next.strip().startsWith("- ")
                            && !line.strip().startsWith("- "));
            if (numbers.matches()) {
                cleaned.add(holdsMore ? numbers.group(1) : numbers.group(1) + numbers.group(2));
            } else {
                cleaned.add(afterValue.matches() ? afterValue.group(1) : line);
            }
        }
        return cleaned;
    }

    /** Two columns are one step; what stands between two steps goes with the item that it is or belongs to. */
    private static List<String> aligned(List<String> document) {
        List<String> aligned = new ArrayList<>();
        int item = 0;
        for (String line : document) {
            int indentation = indentation(line);
            boolean startsItem = line.strip().startsWith("- ");
            if (indentation % 2 == 1) {
                indentation = startsItem ? indentation - 1 : item + 2;
            }
            if (startsItem) {
                item = indentation;
            }
            aligned.add(" ".repeat(indentation) + line.strip());
        }
        return aligned;
    }

    private static String withValues(String yaml) {
        String values = PLACEHOLDER.matcher(yaml).replaceAll(found -> {
            String name = found.group(1) == null ? found.group(2) : found.group(1);
            String value = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
            return value.endsWith("-url") ? "https://example.com/" + value : value;
        });
        return values.replace("4.x.y", "4.17.0");
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }
}
