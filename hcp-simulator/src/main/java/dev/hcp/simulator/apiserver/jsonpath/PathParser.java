package dev.hcp.simulator.apiserver.jsonpath;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses one path. */
final class PathParser {
    private static final Pattern KEY = Pattern.compile("'([^']*)'");
    private static final Pattern SLICE = Pattern.compile("(-?\\d*)(:-?\\d*)?(:-?\\d*)?");
    private static final Pattern COMPARISON = Pattern.compile("([^!<>=]+)([!<>=]+)(.+)");
    private static final int END = -1;

    private final String text;
    private final List<Step> steps = new ArrayList<>();
    private int at;

    PathParser(String text) {
        this.text = text;
    }

    List<Step> parse() {
        while (at < text.length()) {
            step();
        }
        return steps;
    }

    private void step() {
        if (text.startsWith("[?(", at)) {
            filter();
            return;
        }
        if (text.startsWith("..", at)) {
            recursive();
            return;
        }
        char c = text.charAt(at);
        if (c == ' ' || c == '@' || c == '$') {
            at++;
        } else if (c == '[') {
            array();
        } else if (c == '"' || c == '\'') {
            quoted(c);
        } else if (c == '.') {
            at++;
            field();
        } else if (c == '+' || c == '-' || Character.isDigit(c)) {
            number();
        } else if (isAlphanumeric(c)) {
            identifier();
        } else {
            throw new JsonPathException("unrecognized character in action: " + c);
        }
    }

    private static boolean isAlphanumeric(int c) {
        return c == '_' || (c != END && Character.isLetterOrDigit(c));
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private void recursive() {
        if (!steps.isEmpty() && steps.get(steps.size() - 1) instanceof Step.Recursive) {
            throw new JsonPathException("invalid multiple recursive descent");
        }
        at += 2;
        steps.add(new Step.Recursive());
        if (isAlphanumeric(peek())) {
            field();
        }
    }

    private void field() {
        String name = upToTerminator();
        steps.add(name.equals("*") ? new Step.Wildcard() : new Step.Field(name.replace("\\", "")));
    }

    /** The text up to what ends a name, where a backslash takes away the meaning of the next character. */
    private String upToTerminator() {
        int start = at;
        while (at < text.length() && " \t\r\n.,[]$@{}".indexOf(text.charAt(at)) < 0) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at, text.length());
        return text.substring(start, at);
    }

    private void identifier() {
        String name = upToTerminator();
        if (!name.equals("true") && !name.equals("false")) {
            throw new JsonPathException("unrecognized identifier " + name);
        }
        steps.add(new Step.Constant(Boolean.valueOf(name)));
    }

    private void number() {
        int start = at;
        at++;
        while (at < text.length() && (text.charAt(at) == '.' || Character.isDigit(text.charAt(at)))) {
            at++;
        }
        String number = text.substring(start, at);
        try {
            steps.add(new Step.Constant(
                    number.indexOf('.') < 0 ? (Object) Long.valueOf(number) : (Object) Double.valueOf(number)));
        } catch (NumberFormatException e) {
            throw new JsonPathException("cannot parse number " + number);
        }
    }

    private void quoted(char quote) {
        int start = at++;
        while (peek() != END && (text.charAt(at) != quote || text.charAt(at - 1) == '\\')) {
            at++;
        }
        if (peek() == END) {
            throw new JsonPathException("unterminated quoted string");
        }
        at++;
        steps.add(new Step.Constant(unquoted(text.substring(start + 1, at - 1))));
    }

    private static String unquoted(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char escaped = text.charAt(++i);
                c = switch (escaped) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case 'r' -> '\r';
                    default -> escaped;
                };
            }
            out.append(c);
        }
        return out.toString();
    }

    private void array() {
        int close = text.indexOf(']', at);
        if (close < 0) {
            throw new JsonPathException("unterminated array");
        }
        String content = text.substring(at + 1, close);
        at = close + 1;
        String[] parts = content.split(",", -1);
        if (parts.length > 1) {
            List<List<Step>> paths = new ArrayList<>(parts.length);
            for (String part : parts) {
                paths.add(new PathParser("[" + part.strip() + "]").parse());
            }
            steps.add(new Step.Union(paths));
            return;
        }
        Matcher key = KEY.matcher(content);
        if (key.matches()) {
            steps.addAll(new PathParser("." + key.group(1)).parse());
        } else {
            steps.add(slice(content.equals("*") ? ":" : content));
        }
    }

    private static Step slice(String content) {
        Matcher slice = SLICE.matcher(content);
        if (!slice.matches()) {
            throw new JsonPathException("invalid array index " + content);
        }
        Integer start = index(slice.group(1));
        boolean single = slice.group(2) == null;
        Integer end = single
                ? Integer.valueOf((start == null ? 0 : start) + 1)
                : index(slice.group(2).substring(1));
        Integer stride = slice.group(3) == null ? null : index(slice.group(3).substring(1));
        return new Step.Slice(start == null ? 0 : start, end, single, stride == null ? 1 : stride);
    }

    private static @Nullable Integer index(String digits) {
        if (digits.isEmpty()) {
            return null;
        }
        try {
            return Integer.valueOf(digits);
        } catch (NumberFormatException e) {
            throw new JsonPathException("array index " + digits + " is not a number");
        }
    }

    private void filter() {
        int start = at + "[?(".length();
        int end = endOfFilter(start);
        if (end + 1 >= text.length() || text.charAt(end + 1) != ']') {
            throw new JsonPathException("unclosed array expect ]");
        }
        String condition = text.substring(start, end);
        at = end + 2;
        Matcher comparison = COMPARISON.matcher(condition);
        if (comparison.matches()) {
            steps.add(new Filter(
                    new PathParser(comparison.group(1)).parse(),
                    comparison.group(2),
                    new PathParser(comparison.group(3)).parse()));
        } else {
            steps.add(new Filter(new PathParser(condition).parse(), Filter.EXISTS, List.of()));
        }
    }

    /** The position of the parenthesis that closes a filter: the first outside its one quoted text. */
    private int endOfFilter(int start) {
        char quote = 0;
        boolean closed = false;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '"' || c == '\'') && quote == 0) {
                quote = c;
            } else if (c == quote && quote != 0 && text.charAt(i - 1) != '\\') {
                closed = true;
            } else if (c == ')' && (quote == 0 || closed)) {
                return i;
            }
        }
        throw new JsonPathException("unterminated filter");
    }
}
