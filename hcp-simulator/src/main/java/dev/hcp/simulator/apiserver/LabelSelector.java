package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonObject;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A label selector in its text form. */
final class LabelSelector implements Predicate<JsonObject> {
    private final List<Requirement> requirements;

    LabelSelector(List<Requirement> requirements) {
        this.requirements = List.copyOf(requirements);
    }

    /** Parses a selector; a text that is none is a 400. */
    static LabelSelector parse(String text) {
        return text.isEmpty() ? new LabelSelector(List.of()) : new LabelSelectorParser(text).parse();
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

    enum Operator {
        EXISTS,
        ABSENT,
        IN,
        NOT_IN,
        GREATER,
        LESS
    }

    /** What one label must be like. */
    record Requirement(String key, Operator operator, List<String> values) {
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

        /** How the label compares as an integer; equal, which fits neither comparison, when it is none. */
        private int compare(@Nullable Object value) {
            try {
                return value instanceof String text
                        ? Long.compare(Long.parseLong(text), Long.parseLong(values.get(0)))
                        : 0;
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }
}
