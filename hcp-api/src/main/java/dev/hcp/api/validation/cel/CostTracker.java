package dev.hcp.api.validation.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelReference;
import dev.cel.common.values.CelByteString;
import dev.cel.runtime.CelEvaluationListener;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what one evaluation costs, in the reference's units, and stops it at a limit. Not thread-safe; use it once. */
@SuppressWarnings("Immutable") // Listeners should be thread-safe; this one serves one evaluation in one thread.
final class CostTracker implements CelEvaluationListener {
    private final CelAbstractSyntaxTree tree;
    private final long limit;
    private final Map<Long, Object> results = new HashMap<>();
    private long cost;

    CostTracker(CelAbstractSyntaxTree tree, long limit) {
        this.tree = tree;
        this.limit = limit;
    }

    long cost() {
        return cost;
    }

    boolean exceeded() {
        return cost > limit;
    }

    @Override
    public void callback(CelExpr expression, Object result) {
        results.put(expression.id(), result);
        cost += switch (expression.getKind()) {
            case IDENT -> 1;
            case SELECT -> steps(expression);
            case CALL -> call(expression);
            case LIST -> CostEstimator.LIST_COST;
            case MAP -> CostEstimator.MAP_COST;
            case STRUCT -> CostEstimator.STRUCT_COST;
            default -> 0;
        };
        if (exceeded()) {
            throw new IllegalStateException("operation cancelled: actual cost limit exceeded");
        }
    }

    /** One for each selected field, and one for the variable; a test for presence is free. */
    private static long steps(CelExpr expression) {
        CelExpr node = expression;
        long steps = 0;
        while (node.getKind() == CelExpr.ExprKind.Kind.SELECT) {
            steps += node.select().testOnly() ? 0 : 1;
            node = node.select().operand();
        }
        return node.getKind() == CelExpr.ExprKind.Kind.IDENT ? steps + 1 : steps;
    }

    private long call(CelExpr expression) {
        CelCall call = expression.call();
        CelReference reference = tree.getReferenceMap().get(expression.id());
        String overload = reference == null || reference.overloadIds().isEmpty()
                ? ""
                : reference.overloadIds().get(0);
        List<CelExpr> arguments = new ArrayList<>();
        call.target().ifPresent(arguments::add);
        arguments.addAll(call.args());
        long[] sizes = new long[arguments.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = size(results.get(arguments.get(i).id()));
        }
        return CallCosts.actual(call.function(), overload, sizes, call.target().isPresent());
    }

    private static long size(@Nullable Object value) {
        if (value instanceof String text) {
            return text.codePointCount(0, text.length());
        }
        if (value instanceof Collection<?> items) {
            return items.size();
        }
        if (value instanceof Map<?, ?> map) {
            return map.size();
        }
        return value instanceof CelByteString bytes ? bytes.size() : 1;
    }
}
