package dev.hcp.api.validation.cel;

import dev.cel.common.types.CelType;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a kind's schema. Each is compiled when it is first evaluated, and never again. Immutable otherwise;
 * thread-safe.
 */
public final class Rules {
    private final RuleNode root;

    private Rules(RuleNode root) {
        this.root = root;
    }

    /** The rules of a custom resource's schema. */
    public static Rules of(Schema root) {
        return new Rules(node(root, text -> false));
    }

    /** The rules of a part of a kind's schema. */
    public static Rules ofPart(Schema part) {
        return new Rules(node(part, part.embedded(), text -> false));
    }

    /**
     * The rules.
     *
     * @param isNew tells expressions that are new to the server, which takes less of those than it runs
     */
    static RuleNode node(Schema root, Predicate<String> isNew) {
        return node(root, true, isNew);
    }

    private static RuleNode node(Schema schema, boolean whole, Predicate<String> isNew) {
        List<CelType> structs = new ArrayList<>();
        DeclaredType type = DeclaredType.of(schema, whole, "selfType", structs).orElse(null);
        return RuleNode.of(schema, type, new ExpressionCompiler(structs, isNew));
    }

    /**
     * What the rules say of an object.
     *
     * @param errors rules that do not hold, or cannot be evaluated
     * @param warnings rules that do not hold for what has not changed
     */
    public record Findings(List<FieldError> errors, List<String> warnings) {}

    /**
     * Evaluates the rules.
     *
     * @param object an object without errors that keep rules from being evaluated
     * @param old what it replaces, or null when it is new
     */
    public Findings check(JsonObject object, @Nullable JsonObject old) {
        RuleEvaluation quick = new RuleEvaluation(false);
        quick.check(root, object, old);
        if (!quick.inconclusive()) {
            return quick.findings();
        }
        RuleEvaluation exact = new RuleEvaluation(true);
        exact.check(root, object, old);
        return exact.findings();
    }

    /** What the rules say of a default, which they are shown as the old value too. */
    public List<FieldError> checkDefault(Object value) {
        RuleEvaluation evaluation = new RuleEvaluation(true);
        evaluation.checkDefault(root, value);
        return evaluation.findings().errors();
    }
}
