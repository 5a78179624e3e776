package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A field selector in its text form, for one resource. */
final class FieldSelector implements Predicate<JsonObject> {
    private final List<Term> terms;

    private FieldSelector(List<Term> terms) {
        this.terms = terms;
    }

    private record Term(SelectableField field, String value, boolean negated) {}

    /** Selects everything when it is empty. */
    boolean isEmpty() {
        return terms.isEmpty();
    }

    /** The only name that can fit, or null when it does not ask for one. */
    @Nullable
    String exactName() {
        for (Term term : terms) {
            if (!term.negated() && term.field().isName()) {
                return term.value();
            }
        }
        return null;
    }

    @Override
    public boolean test(JsonObject object) {
        for (Term term : terms) {
            if (term.field().value(object).equals(term.value()) == term.negated()) {
                return false;
            }
        }
        return true;
    }

    /** A selector whose fields nobody has looked up yet. */
    record Parsed(List<Comparison> comparisons) {
        /** The selector for a resource; a field that it cannot be selected by is a 400. */
        FieldSelector of(Resource resource) {
            List<Term> terms = new ArrayList<>(comparisons.size());
            for (Comparison comparison : comparisons) {
                SelectableField field = SelectableField.of(comparison.label(), resource);
                terms.add(new Term(field, comparison.value(), comparison.negated()));
            }
            return new FieldSelector(terms);
        }
    }

    record Comparison(String label, String value, boolean negated) {}

    /** Parses a selector; a text that is none is a 400. */
    static Parsed parse(String text) {
        List<Comparison> comparisons = new ArrayList<>();
        for (String part : split(text)) {
            if (!part.isEmpty()) {
                comparisons.add(comparison(text, part));
            }
        }
        return new Parsed(comparisons);
    }

    private static Comparison comparison(String text, String part) {
        int at = part.indexOf('=');
        if (at < 0) {
            throw Failures.badRequest("invalid selector: '" + text + "'; can't understand '" + part + "'");
        }
        boolean negated = at > 0 && part.charAt(at - 1) == '!';
        boolean twice = !negated && part.startsWith("==", at);
        String label = part.substring(0, negated ? at - 1 : at);
        return new Comparison(label, unescape(part.substring(at + (twice ? 2 : 1))), negated);
    }

    /** The parts between commas that are not escaped, sorted, as the reference looks at them. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == ',') {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        parts.sort(null);
        return parts;
    }

    private static String unescape(String value) {
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ',' || c == '=') {
                throw Failures.badRequest("invalid field selector: unescaped character in value: " + (int) c);
            }
            if (c != '\\') {
                out.append(c);
                continue;
            }
            String escaped = i + 1 < value.length() ? value.substring(i + 1, i + 2) : "";
            if (escaped.isEmpty() || "\\,=".indexOf(escaped) < 0) {
                throw Failures.badRequest("invalid field selector: invalid escape sequence: \\" + escaped);
            }
            out.append(escaped);
            i++;
        }
        return out.toString();
    }
}
