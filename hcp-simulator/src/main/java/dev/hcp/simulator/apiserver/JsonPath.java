package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The dialect of JSONPath that printer columns use: fields, indexes, slices of everything, and filters. */
final class JsonPath {
    private final List<Step> steps;

    private JsonPath(List<Step> steps) {
        this.steps = steps;
    }

    /** One step from values to values. */
    private interface Step {
        void from(@Nullable Object value, List<@Nullable Object> found);
    }

    /** What the path leads to; nothing where a step leads nowhere. */
    List<@Nullable Object> find(JsonObject root) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(root);
        for (Step step : steps) {
            List<@Nullable Object> next = new ArrayList<>();
            for (Object value : values) {
                step.from(value, next);
            }
            values = next;
        }
        return values;
    }

    /** Parses a path such as {@code .status.conditions[?(@.type=="Ready")].status}. */
    static JsonPath parse(String path) {
        List<Step> steps = new ArrayList<>();
        int at = 0;
        while (at < path.length()) {
            char c = path.charAt(at);
            if (c == '.') {
                at++;
                StringBuilder name = new StringBuilder();
                while (at < path.length() && path.charAt(at) != '.' && path.charAt(at) != '[') {
                    if (path.charAt(at) == '\\' && at + 1 < path.length()) {
                        at++;
                    }
                    name.append(path.charAt(at++));
                }
                if (name.length() > 0) {
                    steps.add(name.toString().equals("*") ? JsonPath::all : field(name.toString()));
                }
            } else if (c == '[') {
                int end = closing(path, at);
                steps.add(bracket(path.substring(at + 1, end).trim()));
                at = Math.min(path.length(), end + 1);
            } else {
                at++;
            }
        }
        return new JsonPath(steps);
    }

    private static int closing(String path, int open) {
        int depth = 0;
        char quote = 0;
        for (int i = open; i < path.length(); i++) {
            char c = path.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[') {
                depth++;
            } else if (c == ']' && --depth == 0) {
                return i;
            }
        }
        return path.length();
    }

    private static Step field(String name) {
        return (value, found) -> {
            if (value instanceof JsonObject object && object.containsKey(name)) {
                found.add(object.get(name));
            }
        };
    }

    private static void all(@Nullable Object value, List<@Nullable Object> found) {
        if (value instanceof JsonArray array) {
            found.addAll(array);
        } else if (value instanceof JsonObject object) {
            found.addAll(object.values());
        }
    }

    private static Step bracket(String content) {
        if (content.equals("*")) {
            return JsonPath::all;
        }
        if (content.startsWith("?(") && content.endsWith(")")) {
            return filter(content.substring(2, content.length() - 1).trim());
        }
        if (isQuoted(content)) {
            return field(content.substring(1, content.length() - 1).replace("\\.", "."));
        }
        if (content.matches("-?\\d+")) {
            int index = Integer.parseInt(content);
            return (value, found) -> {
                if (value instanceof JsonArray array) {
                    int actual = index < 0 ? array.size() + index : index;
                    if (actual >= 0 && actual < array.size()) {
                        found.add(array.get(actual));
                    }
                }
            };
        }
        if (content.matches("-?\\d*:-?\\d*")) {
            return slice(content);
        }
        return (value, found) -> {};
    }

    private static Step slice(String content) {
        int colon = content.indexOf(':');
        String from = content.substring(0, colon);
        String to = content.substring(colon + 1);
        return (value, found) -> {
            if (value instanceof JsonArray array) {
                int start = from.isEmpty() ? 0 : Integer.parseInt(from);
                int end = to.isEmpty() ? array.size() : Integer.parseInt(to);
                start = start < 0 ? Math.max(0, array.size() + start) : start;
                end = end < 0 ? array.size() + end : Math.min(end, array.size());
                for (int i = start; i < end; i++) {
                    found.add(array.get(i));
                }
            }
        };
    }

    private static boolean isQuoted(String text) {
        return text.length() >= 2
                && (text.charAt(0) == '\'' || text.charAt(0) == '"')
                && text.charAt(text.length() - 1) == text.charAt(0);
    }

    private static Step filter(String condition) {
        for (String operator : List.of("==", "!=", ">=", "<=", ">", "<")) {
            int at = condition.indexOf(operator);
            if (at > 0) {
                Operand left = operand(condition.substring(0, at).trim());
                Operand right =
                        operand(condition.substring(at + operator.length()).trim());
                return items((item) -> {
                    List<@Nullable Object> a = left.of(item);
                    List<@Nullable Object> b = right.of(item);
                    return !a.isEmpty() && !b.isEmpty() && holds(a.get(0), operator, b.get(0));
                });
            }
        }
        Operand exists = operand(condition);
        return items(item -> !exists.of(item).isEmpty());
    }

    private interface Operand {
        List<@Nullable Object> of(@Nullable Object item);
    }

    private interface ItemTest {
        boolean holds(@Nullable Object item);
    }

    private static Step items(ItemTest test) {
        return (value, found) -> {
            if (value instanceof JsonArray array) {
                for (Object item : array) {
                    if (test.holds(item)) {
                        found.add(item);
                    }
                }
            }
        };
    }

    private static Operand operand(String text) {
        if (text.startsWith("@")) {
            JsonPath path = parse(text.substring(1));
            return item -> item instanceof JsonObject object ? path.find(object) : List.of();
        }
        Object literal = isQuoted(text) ? text.substring(1, text.length() - 1) : scalar(text);
        List<@Nullable Object> constant = new ArrayList<>();
        constant.add(literal);
        return item -> constant;
    }

    private static Object scalar(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        if (text.matches("-?\\d{1,18}")) {
            return Long.parseLong(text);
        }
        return text.matches("-?\\d+\\.\\d+") ? (Object) Double.parseDouble(text) : text;
    }

    private static boolean holds(@Nullable Object a, String operator, @Nullable Object b) {
        if (operator.equals("==")) {
            return Objects.equals(a, b);
        }
        if (operator.equals("!=")) {
            return !Objects.equals(a, b);
        }
        int order;
        if (a instanceof Number left && b instanceof Number right) {
            order = Double.compare(left.doubleValue(), right.doubleValue());
        } else if (a instanceof String left && b instanceof String right) {
            order = left.compareTo(right);
        } else {
            return false;
        }
        return switch (operator) {
            case ">" -> order > 0;
            case "<" -> order < 0;
            case ">=" -> order >= 0;
            default -> order <= 0;
        };
    }
}
