package dev.hcp.api.validation.cel;

import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.GoSyntax;
import dev.hcp.api.validation.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Checks the rules that a new definition states: that they compile, and that their cost is bounded. */
public final class RuleDefinitions {
    /** What one expression may cost, by estimate, in all the places of an object where it may be evaluated. */
    private static final long EXPRESSION_LIMIT = 10_000_000;

    /** What all expressions of a schema may cost. */
    private static final long SCHEMA_LIMIT = 100_000_000;

    private static final int NAMED_AS_EXPENSIVE = 4;
    private static final long UNBOUNDED = -1;

    private final List<FieldError> errors = new ArrayList<>();
    private final List<Cost> costs = new ArrayList<>();

    private final Predicate<String> skipped;
    private final boolean limited;

    private RuleDefinitions(Predicate<String> skipped, boolean limited) {
        this.skipped = skipped;
        this.limited = limited;
    }

    private record Cost(String path, long cost) {}

    /**
     * What a server has taken before, and goes on to take.
     *
     * @param expressions the rules and message expressions, which may use all that the server runs
     * @param schema whether it has taken the whole schema, whatever each rule may cost
     */
    public record Known(Set<String> expressions, boolean schema) {
        /** Nothing: the definition is new. */
        public static final Known NOTHING = new Known(Set.of(), false);
    }

    /**
     * What is wrong with the expressions of the rules of a schema.
     *
     * @param root the schema of a custom resource
     * @param path where it stands in its definition
     * @param known what the server has taken before
     * @param skipped the paths of the parts that have errors, whose rules cannot be compiled
     */
    public static List<FieldError> check(Schema root, String path, Known known, Predicate<String> skipped) {
        RuleDefinitions definitions = new RuleDefinitions(skipped, !known.schema());
        definitions.check(Rules.node(root, text -> !known.expressions().contains(text)), path, null, 1);
        definitions.checkTotal(path);
        return definitions.errors;
    }

    /**
     * @param uncorrelated the list above whose items cannot be told to be successors of old ones, or null
     * @param cardinality how often the part may occur in an object, or {@link #UNBOUNDED}
     */
    private void check(RuleNode node, String path, @Nullable String uncorrelated, long cardinality) {
        Schema.Constraints constraints = node.schema().constraints();
        if (node.additional() != null) {
            String below = path + ".additionalProperties";
            check(node.additional(), below, uncorrelated, times(cardinality, constraints.maxProperties()));
        }
        node.properties()
                .forEach((name, property) ->
                        check(property, path + ".properties[" + name + "]", uncorrelated, cardinality));
        if (node.items() != null) {
            boolean correlated = node.schema().listType() == Schema.ListType.MAP || uncorrelated != null;
            check(
                    node.items(),
                    path + ".items",
                    correlated ? uncorrelated : path,
                    times(cardinality, constraints.maxItems()));
        }
        List<Rule> rules = node.rules();
        if (!rules.isEmpty() && !skipped.test(path)) {
            for (int i = 0; i < rules.size(); i++) {
                String at = path + ".x-kubernetes-validations[" + i + "]";
                checkCompiled(rules.get(i), node, at, uncorrelated, cardinality);
            }
        }
    }

    private static long times(long cardinality, @Nullable Long limit) {
        return cardinality == UNBOUNDED || limit == null ? UNBOUNDED : Range.multiply(cardinality, Math.max(0, limit));
    }

    private void checkCompiled(Rule rule, RuleNode node, String path, @Nullable String uncorrelated, long cardinality) {
        Rule.Compiled compiled = rule.compiled();
        Expression condition = compiled.condition();
        if (condition == null) {
            errors.add(
                    FieldError.invalidLiteral(path + ".rule", literal(rule.text()), String.valueOf(compiled.error())));
            return;
        }
        long times = cardinality == UNBOUNDED ? mostInRequest(node) : cardinality;
        checkCost("estimated rule cost", path + ".rule", Range.multiply(condition.maxCost(), times));
        if (compiled.messageError() != null) {
            errors.add(FieldError.invalidLiteral(
                    path + ".messageExpression", literal(rule.text()), compiled.messageError()));
        } else if (compiled.message() != null) {
            long cost = compiled.message().maxCost();
            checkCost("estimated messageExpression cost", path + ".messageExpression", cost);
        }
        if (condition.usesOldSelf()) {
            if (uncorrelated != null) {
                errors.add(FieldError.invalid(
                        path + ".rule",
                        rule.text().rule(),
                        "oldSelf cannot be used on the uncorrelatable portion of the schema within " + uncorrelated));
            }
        } else if (rule.text().optionalOldSelf() != null) {
            errors.add(FieldError.invalid(
                    path + ".optionalOldSelf",
                    rule.text().optionalOldSelf(),
                    "may not be set if oldSelf is not used in rule"));
        }
    }

    /** How many values of a part fit into the largest request. */
    private static long mostInRequest(RuleNode node) {
        DeclaredType type = node.type();
        return type == null ? 1 : DeclaredType.MAX_REQUEST_BYTES / (type.minSerializedSize() + 1);
    }

    private void checkCost(String what, String path, long cost) {
        if (limited && cost > EXPRESSION_LIMIT) {
            errors.add(FieldError.forbidden(path, exceeds(what, cost, EXPRESSION_LIMIT)));
        }
        costs.add(new Cost(path, cost));
    }

    private void checkTotal(String path) {
        long total = 0;
        for (Cost cost : costs) {
            total = Range.add(total, cost.cost);
        }
        if (total <= SCHEMA_LIMIT) {
            return;
        }
        costs.stream()
                .sorted(Comparator.comparingLong(Cost::cost).reversed())
                .limit(NAMED_AS_EXPENSIVE)
                .forEach(cost -> errors.add(FieldError.forbidden(
                        cost.path,
                        "contributed to estimated rule cost total exceeding cost limit for entire OpenAPIv3 schema")));
        errors.add(FieldError.forbidden(
                path,
                exceeds(
                        "x-kubernetes-validations estimated rule cost total for entire OpenAPIv3 schema",
                        total,
                        SCHEMA_LIMIT)));
    }

    private static String exceeds(String what, long cost, long limit) {
        double factor = (double) cost / limit;
        String words =
                factor > 100 ? "more than 100x" : String.format(Locale.ROOT, factor < 1.5 ? "%fx" : "%.1fx", factor);
        return what + " exceeds budget by factor of " + words
                + " (try simplifying the rule, or adding maxItems, maxProperties, and maxLength where arrays, maps, and "
                + "strings are declared)";
    }

    /** A rule as Go prints the structure; where a pointer stands there, the address means nothing. */
    private static String literal(RuleText text) {
        return "apiextensions.ValidationRule{Rule:" + GoSyntax.quote(text.rule())
                + ", Message:" + GoSyntax.quote(text.message())
                + ", MessageExpression:" + GoSyntax.quote(text.messageExpression())
                + ", Reason:(*apiextensions.FieldValueErrorReason)(" + (text.reason() == null ? "nil" : "0xc000000000")
                + "), FieldPath:" + GoSyntax.quote(text.fieldPath())
                + ", OptionalOldSelf:(*bool)(" + (text.optionalOldSelf() == null ? "nil" : "0xc000000001") + ")}";
    }
}
