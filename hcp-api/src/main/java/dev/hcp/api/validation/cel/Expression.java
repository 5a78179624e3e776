package dev.hcp.api.validation.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A compiled expression: a rule, or the text of a message.
 *
 * @param tree the checked expression
 * @param program runs it
 * @param usesOldSelf whether it looks at the old value
 * @param maxCost what one evaluation may cost at most, by the declared sizes
 */
record Expression(CelAbstractSyntaxTree tree, CelRuntime.Program program, boolean usesOldSelf, long maxCost) {
    /**
     * Evaluates the expression.
     *
     * @param tracker counts the cost and stops what costs too much; null where that cannot be
     */
    Object evaluate(Object self, @Nullable Object oldSelf, @Nullable CostTracker tracker)
            throws CelEvaluationException {
        CelVariableResolver variables = name -> switch (name) {
            case "self" -> Optional.of(self);
            case "oldSelf" -> Optional.ofNullable(oldSelf);
            default -> Optional.empty();
        };
        return tracker == null ? program.eval(variables) : program.trace(variables, tracker);
    }
}
