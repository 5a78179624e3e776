package dev.hcp.api.validation.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSource;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.exceptions.CelBadFormatException;
import dev.cel.common.exceptions.CelRuntimeException;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypes;
import dev.cel.common.types.OptionalType;
import dev.cel.runtime.CelEvaluationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks of the constants in an expression that the type checker does not make, and what is prepared from them. */
final class Literals {
    private static final Set<String> CONVERSIONS = Set.of("int", "uint", "double", "bool", "duration", "timestamp");

    private final CelAbstractSyntaxTree tree;
    private final List<CelIssue> issues = new ArrayList<>();

    private Literals(CelAbstractSyntaxTree tree) {
        this.tree = tree;
    }

    /** What is wrong with the constants: mixed types in a list or map, bad durations, times and regular expressions. */
    static List<CelIssue> issues(CelAbstractSyntaxTree tree) {
        Literals literals = new Literals(tree);
        CelNavigableAst.fromAst(tree).getRoot().allNodes().forEach(literals::check);
        return literals.issues;
    }

    /** Whether an expression names a variable. */
    static boolean uses(CelAbstractSyntaxTree tree, String variable) {
        return CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .anyMatch(node -> node.getKind() == Kind.IDENT
                        && node.expr().ident().name().equals(variable)
                        && !bound(node, variable));
    }

    /** Whether a comprehension around a name gives it another meaning. */
    private static boolean bound(CelNavigableExpr node, String variable) {
        Optional<CelNavigableExpr> parent = node.parent();
        while (parent.isPresent()) {
            if (parent.get().getKind() == Kind.COMPREHENSION
                    && parent.get().expr().comprehension().iterVar().equals(variable)) {
                return true;
            }
            parent = parent.get().parent();
        }
        return false;
    }

    /** Compiles the regular expressions of an expression once, and makes the conversions of constants. */
    static void prepare(CelAbstractSyntaxTree tree) throws CelEvaluationException {
        List<CelExpr> conversions = new ArrayList<>();
        CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == Kind.CALL)
                .forEach(node -> {
                    CelCall call = node.expr().call();
                    String regex = regex(call);
                    if (regex != null) {
                        RegexFunctions.prepare(regex);
                    }
                    if (CONVERSIONS.contains(call.function())
                            && call.args().size() == 1
                            && call.args().get(0).getKind() == Kind.CONSTANT) {
                        conversions.add(node.expr());
                    }
                });
        for (CelExpr conversion : conversions) {
            CelAbstractSyntaxTree part = CelAbstractSyntaxTree.newCheckedAst(
                    conversion, tree.getSource(), tree.getReferenceMap(), tree.getTypeMap());
            RuleLanguage.RUNTIME.createProgram(part).eval();
        }
    }

    private static @org.jspecify.annotations.Nullable String regex(CelCall call) {
        if (!Set.of("matches", "find", "findAll").contains(call.function())) {
            return null;
        }
        int at = call.target().isPresent() ? 0 : 1;
        return call.args().size() > at
                        && call.args().get(at).constantOrDefault().getKind() == CelConstant.Kind.STRING_VALUE
                ? call.args().get(at).constant().stringValue()
                : null;
    }

    private void check(CelNavigableExpr node) {
        switch (node.getKind()) {
            case LIST -> checkList(node);
            case MAP -> checkMap(node);
            case CALL -> checkCall(node.expr().call());
            default -> {
                // Nothing to check.
            }
        }
    }

    private void checkList(CelNavigableExpr node) {
        if (isArgumentOfFormat(node)) {
            return;
        }
        List<CelExpr> elements = node.expr().list().elements();
        CelType first = null;
        for (int i = 0; i < elements.size(); i++) {
            boolean optional = node.expr().list().optionalIndices().contains(i);
            first = same(first, elements.get(i), optional);
        }
    }

    private void checkMap(CelNavigableExpr node) {
        CelType key = null;
        CelType value = null;
        for (CelExpr.CelMap.Entry entry : node.expr().map().entries()) {
            key = same(key, entry.key(), false);
            value = same(value, entry.value(), entry.optionalEntry());
        }
    }

    private CelType same(@org.jspecify.annotations.Nullable CelType expected, CelExpr element, boolean optional) {
        CelType type = tree.getTypeOrThrow(element.id());
        if (optional && type instanceof OptionalType wrapped) {
            type = wrapped.parameters().get(0);
        }
        if (expected == null) {
            return type;
        }
        if (!expected.isAssignableFrom(type)) {
            report(
                    element,
                    "expected type '" + CelTypes.format(expected) + "' but found '" + CelTypes.format(type) + "'");
        }
        return expected;
    }

    private static boolean isArgumentOfFormat(CelNavigableExpr node) {
        Optional<CelNavigableExpr> parent = node.parent();
        while (parent.isPresent()) {
            if (parent.get().expr().callOrDefault().function().equals("format")) {
                return true;
            }
            parent = parent.get().parent();
        }
        return false;
    }

    private void checkCall(CelCall call) {
        String regex = call.function().equals("matches") ? regex(call) : null;
        if (regex != null) {
            try {
                RegexFunctions.prepare(regex);
            } catch (CelBadFormatException e) {
                report(call.args().get(call.target().isPresent() ? 0 : 1), "invalid matches argument");
            }
        }
        if (call.args().size() == 1
                && call.args().get(0).constantOrDefault().getKind() == CelConstant.Kind.STRING_VALUE
                && (call.function().equals("duration") || call.function().equals("timestamp"))
                && !isConvertible(call)) {
            report(call.args().get(0), "invalid " + call.function() + " argument");
        }
    }

    private boolean isConvertible(CelCall call) {
        try {
            CelExpr whole = CelExpr.newBuilder().setId(0).setCall(call).build();
            CelAbstractSyntaxTree part =
                    CelAbstractSyntaxTree.newCheckedAst(whole, tree.getSource(), Map.of(), tree.getTypeMap());
            RuleLanguage.RUNTIME.createProgram(part).eval();
            return true;
        } catch (CelEvaluationException | CelRuntimeException e) {
            return false;
        }
    }

    private void report(CelExpr expression, String message) {
        CelSource source = tree.getSource();
        Integer offset = source.getPositionsMap().get(expression.id());
        CelSourceLocation location = offset == null
                ? CelSourceLocation.NONE
                : source.getOffsetLocation(offset).orElse(CelSourceLocation.NONE);
        issues.add(CelIssue.formatError(expression.id(), location, message));
    }
}
