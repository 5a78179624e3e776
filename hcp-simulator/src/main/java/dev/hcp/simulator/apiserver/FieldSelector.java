package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A field selector in its text form, for one resource. */
final class FieldSelector implements Predicate<JsonObject> {
    /** Built-in resources whose refusal of a field has its own words. */
    private static final Set<String> OWN_CONVERSION =
            Set.of("/pods", "/nodes", "/namespaces", "/secrets", "/services", "/events");

    private static final Map<String, String> ALIASES = Map.of("spec.host", "spec.nodeName");

    private final List<Term> terms;

    private FieldSelector(List<Term> terms) {
        this.terms = terms;
    }

    private record Term(String[] path, String value, boolean negated) {}

    /** Selects everything when it is empty. */
    boolean isEmpty() {
        return terms.isEmpty();
    }

    /** The only name that can fit, or null when it does not ask for one. */
    @Nullable
    String exactName() {
        for (Term term : terms) {
            if (!term.negated()
                    && term.path().length == 2
                    && term.path()[0].equals("metadata")
                    && term.path()[1].equals("name")) {
                return term.value();
            }
        }
        return null;
    }

    @Override
    public boolean test(JsonObject object) {
        for (Term term : terms) {
            if (text(object.at(term.path())).equals(term.value()) == term.negated()) {
                return false;
            }
        }
        return true;
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof JsonArray array) {
            return array.isEmpty() ? "" : text(array.get(0));
        }
        return String.valueOf(value);
    }

    /** Parses a selector; a text that is none, or a field that cannot be selected by, is a 400. */
    static FieldSelector parse(String text, Resource resource) {
        List<Term> terms = new ArrayList<>();
        for (String part : split(text)) {
            if (part.isEmpty()) {
                continue;
            }
            int at = operator(part);
            if (at < 0) {
                throw Failures.badRequest("invalid selector: '" + text + "'; can't understand '" + part + "'");
            }
            boolean negated = part.charAt(at) == '!';
            boolean two = negated || part.startsWith("==", at);
            String field = part.substring(0, at);
            String value = unescape(part.substring(at + (two ? 2 : 1)));
            terms.add(new Term(path(field, resource), value, negated));
        }
        return new FieldSelector(terms);
    }

    private static String[] path(String label, Resource resource) {
        String field = ALIASES.getOrDefault(label, label);
        boolean known = field.equals("metadata.name")
                || (field.equals("metadata.namespace") && resource.namespaced())
                || resource.selectableFields().contains(field);
        if (known) {
            return field.split("\\.");
        }
        if (resource.custom() || OWN_CONVERSION.contains(resource.storageId())) {
            throw Failures.badRequest("field label not supported: " + label);
        }
        if (resource.storageId().equals("batch/jobs")) {
            throw Failures.badRequest("field label \"" + label + "\" not supported for Job");
        }
        throw Failures.badRequest(
                "\"" + label + "\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"");
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                part.append(c).append(text.charAt(++i));
            } else if (c == ',') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static int operator(String part) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '=' || part.startsWith("!=", i)) {
                return i;
            }
        }
        return -1;
    }

    private static String unescape(String value) {
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char next = i + 1 < value.length() ? value.charAt(++i) : ' ';
            if (next != '\\' && next != ',' && next != '=') {
                throw Failures.badRequest("invalid field selector: invalid escape sequence: \\" + next);
            }
            out.append(next);
        }
        return out.toString();
    }
}
