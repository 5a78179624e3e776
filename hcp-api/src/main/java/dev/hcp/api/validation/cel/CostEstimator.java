package dev.hcp.api.validation.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.CelSelect;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What evaluating an expression may cost at most, from the sizes that the schema allows: the reference's model, in its
 * units, since it decides which rules a server takes. Its oddities are part of it: a part of a value that does not come
 * from the object, such as an item of a split text, counts as large as the whole value with the rule.
 */
final class CostEstimator {
    static final int LIST_COST = 10;
    static final int MAP_COST = 30;
    static final int STRUCT_COST = 40;

    private final CelAbstractSyntaxTree tree;
    private final DeclaredType self;
    private final Map<Long, DeclaredType> declared = new HashMap<>();
    private final Map<Long, Range> computed = new HashMap<>();
    private final Map<String, Deque<CelExpr>> ranges = new HashMap<>();

    private CostEstimator(CelAbstractSyntaxTree tree, DeclaredType self) {
        this.tree = tree;
        this.self = self;
    }

    static long maxCost(CelAbstractSyntaxTree tree, DeclaredType self) {
        return new CostEstimator(tree, self).cost(tree.getExpr()).max();
    }

    /**
     * A part of the expression whose size matters.
     *
     * @param type its CEL type
     * @param size how large its value may be
     * @param elements the same for the items of a list
     * @param constant its value, should it be written out
     */
    record Operand(
            CelType type,
            Range size,
            @Nullable Range elements,
            @Nullable CelConstant constant) {}

    Operand operand(CelExpr expression) {
        DeclaredType known = declared.get(expression.id());
        CelType type = type(expression);
        Range elements = null;
        if (type.kind() == CelKind.LIST && !type.parameters().isEmpty()) {
            DeclaredType element = known == null ? null : known.element();
            elements = element != null
                    ? new Range(0, element.maxElements())
                    : isFixed(type.parameters().get(0)) ? Range.ONE : Range.UNKNOWN;
        }
        CelConstant constant = expression.getKind() == CelExpr.ExprKind.Kind.CONSTANT ? expression.constant() : null;
        return new Operand(type, size(expression), elements, constant);
    }

    private CelType type(CelExpr expression) {
        return tree.getType(expression.id()).orElse(SimpleType.DYN);
    }

    private Range size(CelExpr expression) {
        Range known = computed.get(expression.id());
        if (known != null) {
            return known;
        }
        switch (expression.getKind()) {
            case CONSTANT -> {
                return constantSize(expression.constant());
            }
            case LIST -> {
                return Range.exactly(expression.list().elements().size());
            }
            case MAP -> {
                return Range.exactly(expression.map().entries().size());
            }
            default -> {
                // Told by the schema or the type.
            }
        }
        DeclaredType type = declared.get(expression.id());
        if (type != null) {
            return new Range(0, type.maxElements());
        }
        return isFixed(type(expression)) ? Range.ONE : Range.UNKNOWN;
    }

    private static Range constantSize(CelConstant constant) {
        return switch (constant.getKind()) {
            case STRING_VALUE ->
                Range.exactly(constant.stringValue()
                        .codePointCount(0, constant.stringValue().length()));
            case BYTES_VALUE -> Range.exactly(constant.bytesValue().size());
            default -> Range.ONE;
        };
    }

    private static boolean isFixed(CelType type) {
        return switch (type.kind()) {
            case BOOL, DOUBLE, DURATION, INT, TIMESTAMP, UINT -> true;
            default -> false;
        };
    }

    private Range cost(CelExpr expression) {
        return switch (expression.getKind()) {
            case IDENT -> ident(expression);
            case SELECT -> select(expression);
            case CALL -> call(expression);
            case LIST -> all(expression.list().elements()).plus(Range.exactly(LIST_COST));
            case MAP -> map(expression);
            case STRUCT -> Range.exactly(STRUCT_COST);
            case COMPREHENSION -> comprehension(expression);
            default -> Range.ZERO;
        };
    }

    private Range all(List<CelExpr> expressions) {
        Range sum = Range.ZERO;
        for (CelExpr expression : expressions) {
            sum = sum.plus(cost(expression));
        }
        return sum;
    }

    private Range map(CelExpr expression) {
        Range sum = Range.exactly(MAP_COST);
        for (CelExpr.CelMap.Entry entry : expression.map().entries()) {
            sum = sum.plus(cost(entry.key())).plus(cost(entry.value()));
        }
        return sum;
    }

    private Range ident(CelExpr expression) {
        String name = expression.ident().name();
        Deque<CelExpr> range = ranges.get(name);
        if (range != null && !range.isEmpty()) {
            DeclaredType source = declared.get(range.peek().id());
            if (source == null) {
                declared.put(expression.id(), self);
            } else if (source.element() != null) {
                boolean keys = source.celType().kind() == CelKind.MAP;
                declared.put(expression.id(), keys ? DeclaredType.KEY : source.element());
            }
        } else if (name.equals("self") || name.equals("oldSelf")) {
            declared.put(expression.id(), self);
        }
        return Range.ONE;
    }

    private Range select(CelExpr expression) {
        CelSelect select = expression.select();
        Range sum = cost(select.operand());
        if (select.testOnly()) {
            return sum;
        }
        follow(expression, select.operand(), select.field());
        return switch (type(select.operand()).kind()) {
            case MAP, STRUCT, TYPE_PARAM -> sum.plus(Range.ONE);
            default -> sum;
        };
    }

    private void follow(CelExpr expression, CelExpr operand, String field) {
        DeclaredType type = declared.get(operand.id());
        if (type == null) {
            declared.put(expression.id(), self);
            return;
        }
        DeclaredType.Field found = type.fields().get(field);
        if (found != null) {
            declared.put(expression.id(), found.type());
        } else if (type.element() != null) {
            declared.put(expression.id(), type.element());
        }
    }

    private Range comprehension(CelExpr expression) {
        CelComprehension loop = expression.comprehension();
        Range sum = cost(loop.iterRange()).plus(cost(loop.accuInit()));
        Range count = size(loop.iterRange());
        push(loop.iterVar(), loop.iterRange());
        if (!loop.iterVar2().isEmpty()) {
            push(loop.iterVar2(), loop.iterRange());
        }
        Range body = cost(loop.loopCondition()).plus(cost(loop.loopStep()));
        pop(loop.iterVar());
        if (!loop.iterVar2().isEmpty()) {
            pop(loop.iterVar2());
        }
        computed.put(expression.id(), count);
        return sum.plus(cost(loop.result())).plus(count.times(body));
    }

    private void push(String variable, CelExpr range) {
        ranges.computeIfAbsent(variable, unused -> new ArrayDeque<>()).push(range);
    }

    private void pop(String variable) {
        Deque<CelExpr> known = ranges.get(variable);
        if (known != null) {
            known.pop();
        }
    }

    private Range call(CelExpr expression) {
        CelCall call = expression.call();
        List<Range> costs = new ArrayList<>();
        List<Operand> arguments = new ArrayList<>();
        for (CelExpr argument : call.args()) {
            costs.add(cost(argument));
            arguments.add(operand(argument));
        }
        Operand target = null;
        Range sum = Range.ZERO;
        if (call.target().isPresent()) {
            sum = cost(call.target().get());
            target = operand(call.target().get());
        }
        List<String> overloads = tree.getReference(expression.id())
                .map(reference -> (List<String>) reference.overloadIds())
                .orElse(List.of());
        Range own = null;
        Range size = null;
        for (String overload : overloads) {
            CallCosts.Estimate estimate = CallCosts.estimate(call.function(), overload, target, arguments, costs);
            own = own == null ? estimate.cost() : own.or(estimate.cost());
            Range result = estimate.size();
            size = size == null ? result : result == null ? size : size.or(result);
            remember(expression, call, overload);
        }
        if (size != null) {
            computed.put(expression.id(), size);
        }
        return own == null ? Range.ZERO : sum.plus(own);
    }

    private void remember(CelExpr expression, CelCall call, String overload) {
        if ((overload.equals("index_list") || overload.equals("index_map"))
                && !call.args().isEmpty()) {
            DeclaredType container = declared.get(call.args().get(0).id());
            DeclaredType element = container == null ? self : container.element();
            if (element != null) {
                declared.put(expression.id(), element);
            }
        }
    }
}
