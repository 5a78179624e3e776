package dev.hcp.api.validation.cel;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A rule of a schema, compiled when it is first needed. Thread-safe. */
final class Rule {
    private final RuleText text;
    private final String field;
    private final Supplier<Compiled> compiler;
    private volatile @Nullable Compiled compiled;

    /**
     * @param text what the definition states
     * @param field the blamed field below the one with the rule, as it is printed; empty for that one
     * @param compiler compiles it
     */
    Rule(RuleText text, String field, Supplier<Compiled> compiler) {
        this.text = text;
        this.field = field;
        this.compiler = compiler;
    }

    /**
     * What compiling gave.
     *
     * @param condition the rule; null when it cannot be compiled
     * @param error why it cannot
     * @param message what makes the message; null when there is none
     * @param messageError why that cannot be compiled
     */
    record Compiled(
            @Nullable Expression condition,
            @Nullable String error,
            @Nullable Expression message,
            @Nullable String messageError) {}

    RuleText text() {
        return text;
    }

    String field() {
        return field;
    }

    Compiled compiled() {
        Compiled known = compiled;
        if (known == null) {
            // Compiling twice gives the same; that is better than waiting for each other.
            known = compiler.get();
            compiled = known;
        }
        return known;
    }
}
