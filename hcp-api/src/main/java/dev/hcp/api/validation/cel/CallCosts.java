package dev.hcp.api.validation.cel;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.hcp.api.validation.cel.CostEstimator.Operand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What calls cost: at most, by the sizes of what they work on, and actually. Both follow the reference's model. */
final class CallCosts {
    /** Looking at a character. */
    private static final double TRAVERSAL = 0.1;

    /** A character of a regular expression: one in four is taken for a step. */
    private static final double REGEX = 0.25;

    /** The length that is assumed for the regular expressions of named formats. */
    private static final int FORMAT_REGEX_LENGTH = 128;

    private CallCosts() {}

    /**
     * The cost of a call with its arguments, but not its target.
     *
     * @param cost how much it may cost
     * @param size how large the result may be; null where that is not known
     */
    record Estimate(Range cost, @Nullable Range size) {}

    static Estimate estimate(
            String function, String overload, @Nullable Operand target, List<Operand> arguments, List<Range> costs) {
        Range sum = Range.ZERO;
        for (Range cost : costs) {
            sum = sum.plus(cost);
        }
        Estimate own = own(function, overload, target, arguments, costs);
        return isControl(function) ? own : new Estimate(own.cost().plus(sum), own.size());
    }

    private static boolean isControl(String function) {
        return function.equals("_&&_") || function.equals("_||_") || function.equals("_?_:_");
    }

    private static Estimate own(
            String function, String overload, @Nullable Operand target, List<Operand> arguments, List<Range> costs) {
        Operand first = arguments.isEmpty() ? null : arguments.get(0);
        Operand subject = target != null ? target : first;
        if (subject == null) {
            return of(Range.ONE);
        }
        return switch (function) {
            case "_&&_", "_||_" -> {
                Range both = costs.get(0).plus(costs.get(1));
                yield of(new Range(costs.get(0).min(), both.max()));
            }
            case "_?_:_" ->
                new Estimate(
                        costs.get(0).plus(costs.get(1).or(costs.get(2))),
                        arguments.get(1).size().or(arguments.get(2).size()));
            case "isSorted", "sum", "max", "min", "indexOf", "lastIndexOf" -> of(overItems(subject));
            case "url", "lowerAscii", "upperAscii", "substring", "trim" ->
                new Estimate(subject.size().scaled(TRAVERSAL), subject.size());
            case "getScheme", "getHostname", "getHost", "getPort", "getEscapedPath", "getQuery" ->
                new Estimate(subject.size().scaled(TRAVERSAL), subject.size());
            case "isURL", "cidr", "isIP", "isCIDR", "quantity", "isQuantity" ->
                of(subject.size().scaled(TRAVERSAL));
            case "ip" -> of(target == null ? subject.size().scaled(TRAVERSAL) : Range.ONE);
            case "ip.isCanonical" -> of(subject.size().scaled(2 * TRAVERSAL));
            case "containsIP", "containsCIDR" -> of(parsing(function, first));
            case "replace" -> arguments.size() < 2 ? of(Range.ONE) : replace(subject, arguments);
            case "split" -> split(subject, arguments);
            case "join" -> join(subject, first == subject ? null : first);
            case "find", "findAll" ->
                new Estimate(matching(subject, first == null ? Range.ZERO : first.size()), subject.size());
            case "validate" ->
                of(first == null ? Range.ONE : first.size().scaled(TRAVERSAL).scaled(FORMAT_REGEX_LENGTH * REGEX));
            case "sets.contains", "sets.intersects", "sets.equivalent" -> of(sets(function, arguments));
            default -> standard(overload, subject, target, arguments);
        };
    }

    private static Estimate of(Range cost) {
        return new Estimate(cost, null);
    }

    private static Estimate standard(
            String overload, Operand subject, @Nullable Operand target, List<Operand> arguments) {
        Operand last = arguments.isEmpty() ? subject : arguments.get(arguments.size() - 1);
        return switch (overload) {
            case "string_format" -> of(subject.size().scaled(TRAVERSAL));
            case "string_to_bytes" -> {
                Range size = subject.size();
                yield new Estimate(size.scaled(TRAVERSAL), new Range(size.min(), Range.multiply(size.max(), 4)));
            }
            case "bytes_to_string" -> {
                Range size = subject.size();
                yield new Estimate(size.scaled(TRAVERSAL), new Range(size.min() / 4, size.max()));
            }
            case "strings_quote" -> {
                Range size = subject.size();
                yield new Estimate(
                        size.scaled(TRAVERSAL),
                        new Range(Range.add(size.min(), 2), Range.add(Range.multiply(size.max(), 2), 2)));
            }
            case "starts_with_string", "ends_with_string" -> of(last.size().scaled(TRAVERSAL));
            case "in_list" -> of(last.size());
            case "matches_string", "matches" -> of(matching(subject, last.size()));
            case "contains_string" ->
                of(subject.size().scaled(TRAVERSAL).times(last.size().scaled(TRAVERSAL)));
            case "add_string", "add_bytes" -> {
                Range size = subject.size().plus(last.size());
                yield new Estimate(size.scaled(TRAVERSAL), size);
            }
            case "add_list" -> new Estimate(Range.ONE, subject.size().plus(last.size()));
            case "equals", "not_equals" -> of(equality(subject, last));
            default -> of(isOrderOfTexts(overload) ? equality(subject, last) : Range.ONE);
        };
    }

    private static boolean isOrderOfTexts(String overload) {
        return (overload.startsWith("less_") || overload.startsWith("greater_"))
                && (overload.endsWith("_string") || overload.endsWith("_bytes"));
    }

    private static Range equality(Operand left, Operand right) {
        if (left.type().kind() == CelKind.OPAQUE && left.type().equals(right.type())) {
            return Range.ONE;
        }
        long most = Math.min(left.size().max(), right.size().max());
        return new Range(most > 0 ? 1 : 0, most).scaled(TRAVERSAL);
    }

    /** One step for each item, and one look at each character of it. */
    private static Range overItems(Operand list) {
        if (list.type().kind() != CelKind.LIST) {
            return list.size().scaled(TRAVERSAL);
        }
        Range each = Range.ONE;
        if (list.elements() != null && holdsTexts(list.type())) {
            each = each.plus(list.elements().scaled(TRAVERSAL));
        }
        return list.size().times(each);
    }

    private static boolean holdsTexts(CelType list) {
        CelKind kind = list.parameters().isEmpty()
                ? CelKind.DYN
                : list.parameters().get(0).kind();
        return kind == CelKind.STRING || kind == CelKind.BYTES;
    }

    private static Range parsing(String function, @Nullable Operand argument) {
        if (argument == null || argument.type().kind() != CelKind.STRING) {
            return Range.ONE;
        }
        return Range.ONE.plus(argument.size().scaled(function.equals("containsIP") ? TRAVERSAL : 2 * TRAVERSAL));
    }

    private static Estimate replace(Operand text, List<Operand> arguments) {
        Range size = text.size();
        Range wanted = arguments.get(0).size();
        Range by = arguments.get(1).size();
        Range count;
        Range kept;
        if (wanted.min() == 0) {
            count = new Range(0, Range.add(size.max(), 1));
            kept = new Range(0, size.max());
        } else if (by.max() <= wanted.min()) {
            count = Range.ZERO;
            kept = new Range(0, size.max());
        } else {
            count = new Range(0, Range.scale(size.max(), 1.0 / wanted.min()));
            kept = Range.ZERO;
        }
        return new Estimate(size.scaled(2 * TRAVERSAL), count.times(by).plus(kept));
    }

    private static Estimate split(Operand text, List<Operand> arguments) {
        long parts = text.size().max();
        CelConstant limit = arguments.size() > 1 ? arguments.get(1).constant() : null;
        if (limit != null && limit.getKind() == CelConstant.Kind.INT64_VALUE && limit.int64Value() >= 0) {
            parts = limit.int64Value();
        }
        return new Estimate(text.size().scaled(2 * TRAVERSAL), new Range(0, parts));
    }

    private static Estimate join(Operand list, @Nullable Operand separator) {
        Range size = list.elements() == null ? Range.ZERO : list.size().times(list.elements());
        if (separator != null) {
            Range separators = new Range(
                    Math.max(0, list.size().min() - 1), Math.max(0, list.size().max() - 1));
            size = size.plus(separator.size().times(separators));
        }
        return new Estimate(size.scaled(TRAVERSAL), size);
    }

    private static Range matching(Operand text, Range regex) {
        return text.size().plus(Range.ONE).scaled(TRAVERSAL).times(regex.scaled(REGEX));
    }

    private static Range sets(String function, List<Operand> arguments) {
        if (arguments.size() < 2) {
            return Range.ONE;
        }
        Range pairs = arguments.get(0).size().times(arguments.get(1).size());
        return function.equals("sets.equivalent") ? pairs.plus(pairs).plus(Range.ONE) : pairs.plus(Range.ONE);
    }

    /** What a call did cost. Sizes are those of its target, if any, and of its arguments. */
    static long actual(String function, String overload, long[] sizes, boolean member) {
        if (sizes.length == 0 || isControl(function)) {
            return isControl(function) ? 0 : 1;
        }
        long subject = sizes[0];
        long last = sizes[sizes.length - 1];
        return switch (function) {
            case "isSorted", "sum", "max", "min", "indexOf", "lastIndexOf" ->
                overload.startsWith("string") ? Range.scale(subject, TRAVERSAL) : subject;
            case "url",
                    "isURL",
                    "lowerAscii",
                    "upperAscii",
                    "substring",
                    "trim",
                    "cidr",
                    "isIP",
                    "isCIDR",
                    "quantity",
                    "isQuantity" -> Range.scale(subject, TRAVERSAL);
            case "ip" -> member ? 1 : Range.scale(subject, TRAVERSAL);
            case "replace", "split", "join", "ip.isCanonical" -> Range.scale(subject, 2 * TRAVERSAL);
            case "find", "findAll", "matches" ->
                Range.multiply(
                        Range.scale(subject + 1, TRAVERSAL), Range.scale(sizes.length > 1 ? sizes[1] : 0, REGEX));
            case "validate" -> Range.scale(Range.scale(last, TRAVERSAL), FORMAT_REGEX_LENGTH * REGEX);
            case "sets.contains", "sets.intersects", "sets.equivalent" -> Range.multiply(subject, last) + 1;
            default -> actualStandard(overload, subject, last);
        };
    }

    private static long actualStandard(String overload, long subject, long last) {
        return switch (overload) {
            case "starts_with_string", "ends_with_string" -> Range.scale(last, TRAVERSAL);
            case "string_to_bytes", "bytes_to_string", "strings_quote", "string_format" ->
                Range.scale(subject, TRAVERSAL);
            case "in_list" -> last;
            case "contains_string" -> Range.multiply(Range.scale(subject, TRAVERSAL), Range.scale(last, TRAVERSAL));
            case "add_string", "add_bytes" -> Range.scale(Range.add(subject, last), TRAVERSAL);
            case "equals", "not_equals" -> Range.scale(Math.min(subject, last), TRAVERSAL);
            default -> isOrderOfTexts(overload) ? Range.scale(Math.min(subject, last), TRAVERSAL) : 1;
        };
    }
}
