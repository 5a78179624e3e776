package dev.hcp.simulator.apiserver;

import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.ObjectNames;
import dev.hcp.simulator.apiserver.LabelSelector.Operator;
import dev.hcp.simulator.apiserver.LabelSelector.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The grammar of label selectors, with the reference's complaints. */
final class LabelSelectorParser {
    private static final String SYMBOLS = "=!(),><";
    private static final Set<String> TOKENS = Set.of(")", ",", "!", "==", "=", ">", "<", "!=", "(");

    private final List<Token> tokens;
    private int at;

    LabelSelectorParser(String text) {
        this.tokens = tokens(text);
    }

    private enum Type {
        IDENTIFIER,
        SYMBOL,
        END
    }

    /** A token; the words {@code in} and {@code notin} are identifiers but where an operator is expected. */
    private record Token(Type type, String text) {
        boolean is(String symbol) {
            return type == Type.SYMBOL && text.equals(symbol);
        }

        boolean isIdentifier() {
            return type == Type.IDENTIFIER;
        }
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isSpace(c)) {
                at++;
                continue;
            }
            int end = at + 1;
            if (SYMBOLS.indexOf(c) >= 0) {
                boolean pair = end < text.length() && TOKENS.contains(text.substring(at, end + 1));
                end += pair ? 1 : 0;
                tokens.add(new Token(Type.SYMBOL, text.substring(at, end)));
            } else {
                while (end < text.length() && !isSpace(text.charAt(end)) && SYMBOLS.indexOf(text.charAt(end)) < 0) {
                    end++;
                }
                tokens.add(new Token(Type.IDENTIFIER, text.substring(at, end)));
            }
            at = end;
        }
        tokens.add(new Token(Type.END, ""));
        return tokens;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private Token peek() {
        return tokens.get(Math.min(at, tokens.size() - 1));
    }

    private Token next() {
        Token token = peek();
        at++;
        return token;
    }

    LabelSelector parse() {
        List<Requirement> requirements = new ArrayList<>();
        while (peek().type() != Type.END) {
            if (!startsRequirement(peek())) {
                throw Failures.badRequest("found '" + peek().text() + "', expected: !, identifier, or 'end of string'");
            }
            requirements.add(requirement());
            Token end = next();
            if (end.type() == Type.END) {
                break;
            }
            if (!end.is(",")) {
                throw Failures.badRequest("found '" + end.text() + "', expected: ',' or 'end of string'");
            }
            if (!startsRequirement(peek())) {
                throw Failures.badRequest("found '" + peek().text() + "', expected: identifier after ','");
            }
        }
        return new LabelSelector(requirements);
    }

    private static boolean startsRequirement(Token token) {
        return token.isIdentifier() || token.is("!");
    }

    private static ApiException refused(String why) {
        return Failures.badRequest("unable to parse requirement: " + why);
    }

    private static ApiException unexpected(Token found, String expected) {
        return refused("found '" + found.text() + "', expected: " + expected);
    }

    private Requirement requirement() {
        Token token = next();
        boolean absent = token.is("!");
        if (absent) {
            token = next();
        }
        if (!token.isIdentifier()) {
            throw unexpected(token, "identifier");
        }
        String key = token.text();
        List<String> problems = ObjectNames.qualifiedNameProblems(key);
        if (!problems.isEmpty()) {
            throw refused(FieldError.invalid("<nil>", key, String.join("; ", problems))
                    .message());
        }
        if (absent) {
            return new Requirement(key, Operator.ABSENT, List.of());
        }
        if (peek().type() == Type.END || peek().is(",")) {
            return new Requirement(key, Operator.EXISTS, List.of());
        }
        Operator operator = operator();
        boolean comparison = operator == Operator.GREATER || operator == Operator.LESS;
        boolean listed = tokens.get(at - 1).isIdentifier();
        List<String> values = listed ? listedValues() : List.of(exactValue());
        checkValues(key, values, comparison);
        return new Requirement(key, operator, values);
    }

    private Operator operator() {
        Token token = next();
        return switch (token.text()) {
            case "in", "=", "==" -> Operator.IN;
            case "notin", "!=" -> Operator.NOT_IN;
            case ">" -> Operator.GREATER;
            case "<" -> Operator.LESS;
            default -> throw unexpected(token, "in, notin, =, ==, !=, gt, lt");
        };
    }

    private static void checkValues(String key, List<String> values, boolean comparison) {
        List<String> errors = new ArrayList<>();
        if (comparison && !isInteger(values.get(0))) {
            errors.add(FieldError.invalid(
                            "values[0]", values.get(0), "for 'Gt', 'Lt' operators, the value must be an integer")
                    .message());
        }
        for (int i = 0; i < values.size(); i++) {
            List<String> problems = ObjectNames.labelValueProblems(values.get(i));
            if (!problems.isEmpty()) {
                errors.add(
                        FieldError.invalid("values[" + i + "][" + key + "]", values.get(i), String.join("; ", problems))
                                .message());
            }
        }
        if (!errors.isEmpty()) {
            throw refused(errors.size() == 1 ? errors.get(0) : "[" + String.join(", ", errors) + "]");
        }
    }

    private static boolean isInteger(String text) {
        try {
            Long.parseLong(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private String exactValue() {
        if (peek().type() == Type.END || peek().is(",")) {
            return "";
        }
        Token token = next();
        if (!token.isIdentifier()) {
            throw unexpected(token, "identifier");
        }
        return token.text();
    }

    private List<String> listedValues() {
        Token open = next();
        if (!open.is("(")) {
            // The one complaint without a comma.
            throw refused("found '" + open.text() + "' expected: '('");
        }
        Token first = peek();
        if (first.is(")")) {
            next();
            return List.of("");
        }
        if (!first.isIdentifier() && !first.is(",")) {
            throw unexpected(first, "',', ')' or identifier");
        }
        List<String> values = List.copyOf(identifiers());
        next();
        return values;
    }

    /** The values up to the closing parenthesis, which is left; what stands between two commas is the empty text. */
    private SortedSet<String> identifiers() {
        SortedSet<String> values = new TreeSet<>();
        while (true) {
            Token token = next();
            if (token.isIdentifier()) {
                values.add(token.text());
                if (peek().is(")")) {
                    return values;
                }
                if (!peek().is(",")) {
                    throw unexpected(peek(), "',' or ')'");
                }
            } else if (token.is(",")) {
                if (values.isEmpty()) {
                    values.add("");
                }
                if (peek().is(")")) {
                    values.add("");
                    return values;
                }
                if (peek().is(",")) {
                    next();
                    values.add("");
                }
            } else {
                throw unexpected(token, "',', or identifier");
            }
        }
    }
}
