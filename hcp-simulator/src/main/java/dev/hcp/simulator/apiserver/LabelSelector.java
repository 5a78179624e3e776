package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.ObjectNames;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A label selector in its text form, with the reference's grammar and complaints. */
final class LabelSelector implements Predicate<JsonObject> {
    private final List<Requirement> requirements;

    private LabelSelector(List<Requirement> requirements) {
        this.requirements = requirements;
    }

    /** Selects everything when it is empty. */
    boolean isEmpty() {
        return requirements.isEmpty();
    }

    /** Whether an object has labels that fit. */
    @Override
    public boolean test(JsonObject object) {
        if (requirements.isEmpty()) {
            return true;
        }
        JsonObject labels = object.object("metadata", "labels");
        for (Requirement requirement : requirements) {
            if (!requirement.test(labels)) {
                return false;
            }
        }
        return true;
    }

    private enum Operator {
        EXISTS,
        ABSENT,
        IN,
        NOT_IN,
        GREATER,
        LESS
    }

    private record Requirement(String key, Operator operator, List<String> values) {
        boolean test(JsonObject labels) {
            Object value = labels.get(key);
            return switch (operator) {
                case EXISTS -> value != null;
                case ABSENT -> value == null;
                case IN -> value instanceof String text && values.contains(text);
                case NOT_IN -> !(value instanceof String text) || !values.contains(text);
                case GREATER -> compare(value) > 0;
                case LESS -> compare(value) < 0;
            };
        }

        private int compare(@org.jspecify.annotations.Nullable Object value) {
            try {
                return value instanceof String text
                        ? Long.compare(Long.parseLong(text), Long.parseLong(values.get(0)))
                        : 0;
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }

    /** Parses a selector; a text that is none is a 400. */
    static LabelSelector parse(String text) {
        return new LabelSelector(new Parser(text).parse());
    }

    private static final class Parser {
        private static final String SYMBOLS = "()!=<>,";

        private final String text;
        private int at;
        private String token = "";

        Parser(String text) {
            this.text = text;
        }

        List<Requirement> parse() {
            List<Requirement> requirements = new ArrayList<>();
            next();
            while (!token.isEmpty()) {
                if (token.equals(",")) {
                    throw unexpected("identifier after ','", ",");
                }
                requirements.add(requirement());
                if (token.isEmpty()) {
                    break;
                }
                if (!token.equals(",")) {
                    throw failure("found '" + token + "', expected: ',' or 'end of string'");
                }
                next();
                if (token.isEmpty()) {
                    throw failure("found '', expected: identifier after ','");
                }
            }
            return requirements;
        }

        private ApiException unexpected(String expected, String found) {
            return failure("found '" + found + "', expected: !, identifier, or " + expected);
        }

        private static ApiException failure(String why) {
            return Failures.badRequest("unable to parse requirement: " + why);
        }

        private static ApiException plainFailure(String why) {
            return Failures.badRequest(why);
        }

        private void next() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            int start = at;
            if (at < text.length() && SYMBOLS.indexOf(text.charAt(at)) >= 0) {
                at++;
                boolean pair = at < text.length()
                        && text.charAt(at) == '='
                        && (text.charAt(start) == '=' || text.charAt(start) == '!');
                at += pair ? 1 : 0;
            } else {
                while (at < text.length()
                        && !Character.isWhitespace(text.charAt(at))
                        && SYMBOLS.indexOf(text.charAt(at)) < 0) {
                    at++;
                }
            }
            token = text.substring(start, at);
        }

        private static boolean isIdentifier(String token) {
            return !token.isEmpty() && SYMBOLS.indexOf(token.charAt(0)) < 0;
        }

        private Requirement requirement() {
            boolean absent = token.equals("!");
            if (absent) {
                next();
            }
            if (!isIdentifier(token)) {
                throw failure("found '" + token + "', expected: identifier");
            }
            String key = token;
            for (String problem : ObjectNames.qualifiedNameProblems(key)) {
                throw failure("<nil>: Invalid value: \"" + key + "\": " + problem);
            }
            next();
            if (absent) {
                return new Requirement(key, Operator.ABSENT, List.of());
            }
            if (token.isEmpty() || token.equals(",")) {
                return new Requirement(key, Operator.EXISTS, List.of());
            }
            String operator = token;
            switch (operator) {
                case "=", "==" -> {
                    return new Requirement(key, Operator.IN, checked(List.of(exactValue())));
                }
                case "!=" -> {
                    return new Requirement(key, Operator.NOT_IN, checked(List.of(exactValue())));
                }
                case ">", "<" -> {
                    String value = exactValue();
                    if (!value.matches("[+-]?\\d+")) {
                        throw failure("values[0]: Invalid value: \"" + value
                                + "\": for 'Gt', 'Lt' operators, the value must be an integer");
                    }
                    return new Requirement(
                            key, operator.equals(">") ? Operator.GREATER : Operator.LESS, List.of(value));
                }
                case "in", "notin" -> {
                    return new Requirement(
                            key, operator.equals("in") ? Operator.IN : Operator.NOT_IN, checked(values()));
                }
                default -> throw failure("found '" + operator + "', expected: in, notin, =, ==, !=, gt, lt");
            }
        }

        private List<String> checked(List<String> values) {
            for (int i = 0; i < values.size(); i++) {
                for (String problem : ObjectNames.labelValueProblems(values.get(i))) {
                    throw failure("values[" + i + "]: Invalid value: \"" + values.get(i) + "\": " + problem);
                }
            }
            return values;
        }

        private String exactValue() {
            next();
            if (token.isEmpty() || token.equals(",")) {
                return "";
            }
            if (!isIdentifier(token)) {
                throw failure("found '" + token + "', expected: identifier");
            }
            String value = token;
            next();
            return value;
        }

        private List<String> values() {
            next();
            if (!token.equals("(")) {
                throw failure("found '" + token + "', expected: '('");
            }
            TreeSet<String> values = new TreeSet<>();
            next();
            if (token.equals(")")) {
                next();
                return List.of("");
            }
            while (true) {
                if (isIdentifier(token)) {
                    values.add(token);
                    next();
                } else if (token.equals(",")) {
                    values.add("");
                }
                if (token.equals(")")) {
                    next();
                    return List.copyOf(values);
                }
                if (!token.equals(",")) {
                    throw plainFailure("unable to parse requirement: found '" + token + "', expected: ',', or ')'");
                }
                next();
                if (token.equals(")")) {
                    values.add("");
                }
            }
        }
    }
}
