package dev.hcp.api.validation.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.FieldPath;
import dev.hcp.api.validation.schema.ListKeys;
import dev.hcp.api.validation.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One evaluation of all rules for one object. Not thread-safe; use it once. */
final class RuleEvaluation {
    /** What all rules together may cost. */
    private static final long OBJECT_BUDGET = 10_000_000;

    /** What one evaluation may cost. */
    private static final long CALL_LIMIT = 1_000_000;

    private static final int MAX_MESSAGE_BYTES = 5120;

    private final List<FieldError> errors = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final boolean exact;
    private long budget = OBJECT_BUDGET;
    private boolean inconclusive;

    /**
     * @param exact whether to count what each evaluation costs, which takes time; else what it may cost at most is
     *     taken, as long as that is affordable
     */
    RuleEvaluation(boolean exact) {
        this.exact = exact;
    }

    /** Whether costs have to be counted exactly to tell. */
    boolean inconclusive() {
        return inconclusive;
    }

    Rules.Findings findings() {
        return new Rules.Findings(List.copyOf(errors), List.copyOf(warnings));
    }

    void check(RuleNode root, JsonObject object, @Nullable JsonObject old) {
        check(root, object, old, old == null ? Unchanged.NEVER : new Unchanged(object, old, null), FieldPath.ROOT);
    }

    /** Checks a value as one that replaces itself, but for the leniency towards what has not changed. */
    void checkDefault(RuleNode root, Object value) {
        check(root, value, value, Unchanged.NEVER, FieldPath.ROOT);
    }

    /**
     * Whether a value, or one that it is in, has not changed: the nearest that can be told to be the successor of an old
     * one, or one further out. Looked at only when a rule fails.
     *
     * @param value the new value
     * @param old the old one
     * @param outer what these are in
     */
    private record Unchanged(
            @Nullable Object value,
            @Nullable Object old,
            @Nullable Unchanged outer) {
        static final Unchanged NEVER = new Unchanged(Boolean.TRUE, null, null);

        boolean holds() {
            return value == old || (old != null && old.equals(value)) || (outer != null && outer.holds());
        }

        Unchanged at(@Nullable Object part, @Nullable Object oldPart, boolean correlated) {
            return this == NEVER || !correlated ? this : new Unchanged(part, oldPart, this);
        }
    }

    private void check(
            RuleNode node, @Nullable Object value, @Nullable Object old, Unchanged unchanged, FieldPath path) {
        if (value == null || budget < 0) {
            return;
        }
        if (!node.rules().isEmpty()) {
            evaluate(node, value, old, unchanged, path);
        }
        if (value instanceof JsonObject object) {
            members(node, object, old instanceof JsonObject before ? before : null, unchanged, path);
        } else if (value instanceof JsonArray array && node.items() != null) {
            items(node, node.items(), array, old instanceof JsonArray before ? before : null, unchanged, path);
        }
    }

    private void members(
            RuleNode node, JsonObject object, @Nullable JsonObject old, Unchanged unchanged, FieldPath path) {
        boolean correlated = !node.schema().atomicMap();
        for (int i = 0; i < object.size() && budget >= 0; i++) {
            String name = object.keyAt(i);
            RuleNode property = node.properties().get(name);
            boolean inMap = property == null && !node.schema().properties().containsKey(name);
            RuleNode member = inMap ? node.additional() : property;
            if (member != null) {
                Object value = object.valueAt(i);
                Object before = old == null || !correlated ? null : old.get(name);
                check(
                        member,
                        value,
                        before,
                        unchanged.at(value, before, correlated),
                        inMap ? path.key(name) : path.child(name));
            }
        }
    }

    private void items(
            RuleNode list,
            RuleNode items,
            JsonArray array,
            @Nullable JsonArray old,
            Unchanged unchanged,
            FieldPath path) {
        boolean correlated = list.schema().listType() == Schema.ListType.MAP;
        Map<JsonObject, Object> before = correlated && old != null ? ListKeys.index(old, list.schema()) : Map.of();
        for (int i = 0; i < array.size() && budget >= 0; i++) {
            Object value = array.get(i);
            Object same = before.isEmpty() ? null : before.get(ListKeys.keyOf(value, list.schema()));
            check(items, value, same, unchanged.at(value, same, correlated), path.index(i));
        }
    }

    private void evaluate(RuleNode node, Object value, @Nullable Object old, Unchanged unchanged, FieldPath path) {
        DeclaredType type = node.type();
        Object self = type == null ? value : Values.of(value, type);
        for (Rule rule : node.rules()) {
            if (budget <= 0) {
                outOfBudget(path);
                return;
            }
            Rule.Compiled compiled = rule.compiled();
            Expression condition = compiled.condition();
            if (condition == null || type == null) {
                errors.add(invalid(path, node, "rule compile error: " + compiled.error()));
                continue;
            }
            boolean optional = rule.text().withOptionalOldSelf();
            if (condition.usesOldSelf() && old == null && !optional) {
                continue;
            }
            Object oldSelf = old == null ? null : Values.of(old, type);
            if (optional) {
                oldSelf = Optional.ofNullable(oldSelf);
            }
            if (!evaluate(rule, condition, self, oldSelf, node, unchanged, path)) {
                return;
            }
        }
    }

    /** Returns false when nothing more may be evaluated. */
    private boolean evaluate(
            Rule rule,
            Expression condition,
            Object self,
            @Nullable Object oldSelf,
            RuleNode node,
            Unchanged unchanged,
            FieldPath path) {
        boolean holds;
        CostTracker tracker = tracker(condition);
        try {
            holds = Boolean.TRUE.equals(condition.evaluate(self, oldSelf, tracker));
        } catch (CelEvaluationException e) {
            return failed(e, tracker, rule, condition, node, path);
        }
        if (!spend(tracker, condition)) {
            outOfBudget(path);
            return false;
        }
        if (!holds) {
            FieldError error = error(rule, path, node, message(rule, self, oldSelf));
            // What was wrong before and has not changed is told, but let through.
            if (!condition.usesOldSelf() && unchanged.holds()) {
                warnings.add(error.message());
            } else {
                errors.add(error);
            }
        }
        return true;
    }

    private boolean failed(
            CelEvaluationException failure,
            @Nullable CostTracker tracker,
            Rule rule,
            Expression condition,
            RuleNode node,
            FieldPath path) {
        if (tracker != null && tracker.exceeded()) {
            if (exact && tracker.cost() > budget) {
                outOfBudget(path);
                return false;
            }
            errors.add(invalid(
                    path,
                    node,
                    "'operation cancelled: actual cost limit exceeded': no further validation rules will be run due to "
                            + "call cost exceeds limit for rule: " + rule.text().name()));
            budget = -1;
            return false;
        }
        if (!spend(tracker, condition)) {
            outOfBudget(path);
            return false;
        }
        String words = EvaluationFailures.words(failure);
        errors.add(invalid(
                path,
                node,
                words.startsWith("no such overload")
                        ? "'" + words + "': call arguments did not match a supported operator, function or macro "
                                + "signature for rule: " + rule.text().name()
                        : words + " evaluating rule: " + rule.text().name()));
        return true;
    }

    private @Nullable CostTracker tracker(Expression expression) {
        if (!exact && expression.maxCost() <= CALL_LIMIT) {
            return null;
        }
        return new CostTracker(expression.tree(), exact ? Math.min(CALL_LIMIT, budget) : CALL_LIMIT);
    }

    private boolean spend(@Nullable CostTracker tracker, Expression expression) {
        long cost = tracker == null ? expression.maxCost() : tracker.cost();
        budget -= cost;
        return budget >= 0;
    }

    private void outOfBudget(FieldPath path) {
        inconclusive = !exact;
        errors.add(new FieldError(
                path.toString(),
                FieldError.Kind.INVALID,
                null,
                "validation failed due to running out of cost budget, no further validation rules will be run"));
        budget = -1;
    }

    private String message(Rule rule, Object self, @Nullable Object oldSelf) {
        Expression expression = rule.compiled().message();
        if (expression == null) {
            return rule.text().defaultMessage();
        }
        CostTracker tracker = tracker(expression);
        try {
            Object made = expression.evaluate(self, oldSelf, tracker);
            budget -= tracker == null ? 0 : tracker.cost();
            String text = made instanceof String string ? string.strip() : "";
            boolean usable = !text.isEmpty()
                    && text.indexOf('\n') < 0
                    && text.indexOf('\r') < 0
                    && text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= MAX_MESSAGE_BYTES;
            return usable ? text : rule.text().defaultMessage();
        } catch (CelEvaluationException e) {
            // A message that cannot be made is replaced by the one that is written down, as by the reference.
            return rule.text().defaultMessage();
        }
    }

    private static FieldError error(Rule rule, FieldPath path, RuleNode node, String message) {
        String base = path.toString();
        String below = rule.field();
        String field = below.isEmpty() ? base : base.isEmpty() ? below : base + "." + below;
        String reason = Objects.requireNonNullElse(rule.text().reason(), "");
        return switch (reason) {
            case "FieldValueForbidden" -> FieldError.forbidden(field, message);
            case "FieldValueRequired" -> FieldError.required(field, message);
            case "FieldValueDuplicate" ->
                FieldError.duplicate(field, node.schema().type());
            default -> FieldError.invalid(field, node.schema().type(), message);
        };
    }

    private static FieldError invalid(FieldPath path, RuleNode node, String detail) {
        return FieldError.invalid(path.toString(), node.schema().type(), detail);
    }
}
