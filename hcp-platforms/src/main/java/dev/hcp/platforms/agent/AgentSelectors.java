package dev.hcp.platforms.agent;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirementBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads label selectors as they are written on command lines: {@code size=large,zone in (a,b),!gpu}. */
public final class AgentSelectors {
    private static final String NAME = "[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?";
    private static final Pattern KEY =
            Pattern.compile("([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?" + NAME);
    private static final Pattern VALUE = Pattern.compile("(" + NAME + ")?");
    private static final Pattern SET = Pattern.compile("(\\S+)\\s+(in|notin)\\s*\\((.*)\\)");
    private static final Pattern EQUAL = Pattern.compile("([^=!<>\\s]+)\\s*==?\\s*([^=!<>\\s]*)");
    private static final int LONGEST = 63;

    private AgentSelectors() {}

    /**
     * Reads a selector.
     *
     * @throws IllegalArgumentException when the text is none, or one that a LabelSelector object cannot say
     */
    public static LabelSelector parse(String text) {
        Map<String, String> labels = new TreeMap<>();
        List<LabelSelectorRequirement> expressions = new ArrayList<>();
        for (String part : parts(text)) {
            Matcher set = SET.matcher(part);
            Matcher equal = EQUAL.matcher(part);
            if (set.matches()) {
                List<String> values = Arrays.stream(set.group(3).split(",", -1))
                        .map(String::trim)
                        .map(AgentSelectors::value)
                        .sorted()
                        .distinct()
                        .toList();
                expressions.add(requirement(set.group(1), set.group(2).equals("in") ? "In" : "NotIn", values));
            } else if (equal.matches()) {
                labels.put(key(equal.group(1)), value(equal.group(2)));
            } else if (part.startsWith("!")) {
                expressions.add(requirement(part.substring(1).trim(), "DoesNotExist", List.of()));
            } else {
                expressions.add(requirement(part, "Exists", List.of()));
            }
        }
        expressions.sort(Comparator.comparing(LabelSelectorRequirement::getKey));
        LabelSelectorBuilder selector = new LabelSelectorBuilder();
        if (!labels.isEmpty()) {
            selector.withMatchLabels(labels);
        }
        if (!expressions.isEmpty()) {
            selector.withMatchExpressions(expressions);
        }
        return selector.build();
    }

    /** What is wrong with a text; empty when it is a selector. */
    public static Optional<String> problem(String text) {
        try {
            parse(text);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The requirements: separated by commas that are not in parentheses. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        if (text.isBlank()) {
            return parts;
        }
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ',' : text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && (depth == 0 || i == text.length())) {
                parts.add(text.substring(start, i).trim());
                start = i + 1;
            }
        }
        return parts;
    }

    private static LabelSelectorRequirement requirement(String key, String operator, List<String> values) {
        LabelSelectorRequirementBuilder requirement =
                new LabelSelectorRequirementBuilder().withKey(key(key)).withOperator(operator);
        return values.isEmpty()
                ? requirement.build()
                : requirement.withValues(values).build();
    }

    private static String key(String text) {
        String name = text.substring(text.indexOf('/') + 1);
        if (!KEY.matcher(text).matches() || name.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not the key of a label; such as size=large,zone in" + " (a,b),!gpu");
        }
        return text;
    }

    private static String value(String text) {
        if (!VALUE.matcher(text).matches() || text.length() > LONGEST) {
            throw new IllegalArgumentException("'" + text + "' is not the value of a label");
        }
        return text;
    }
}
