package dev.hcp.api.validation.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.CelVarDecl;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Compiles the expressions of a schema. Thread-safe. */
final class ExpressionCompiler {
    private final CelTypeProvider types;
    private final Predicate<String> isNew;

    /**
     * @param structs the types of the schema's objects
     * @param isNew tells expressions that are new to the server, which takes less of those than it runs
     */
    ExpressionCompiler(Collection<CelType> structs, Predicate<String> isNew) {
        this.types = new StructTypes(structs);
        this.isNew = isNew;
    }

    /** What the expressions at one part of the schema are compiled with. */
    final class Scope {
        private final DeclaredType type;
        private final CelType oldType;

        private Scope(DeclaredType type, boolean optionalOldSelf) {
            this.type = type;
            this.oldType = optionalOldSelf ? OptionalType.create(type.celType()) : type.celType();
        }

        /**
         * Compiles an expression.
         *
         * @param message whether it makes a message, a text, and is not a rule
         */
        Expression compile(String text, boolean message) throws ExpressionException {
            String role = message ? "messageExpression " : "";
            CelAbstractSyntaxTree tree = check(text, role);
            if (!tree.getResultType().equals(message ? SimpleType.STRING : SimpleType.BOOL)) {
                throw new ExpressionException(
                        message
                                ? "messageExpression must evaluate to a string"
                                : "cel expression must evaluate to a bool");
            }
            try {
                Literals.prepare(tree);
                long cost = CostEstimator.maxCost(tree, type);
                return new Expression(
                        tree, RuleLanguage.RUNTIME.createProgram(tree), Literals.uses(tree, "oldSelf"), cost);
            } catch (CelEvaluationException e) {
                throw new ExpressionException((message ? "messageExpression" : "program") + " instantiation failed: "
                        + EvaluationFailures.words(e));
            }
        }

        private CelValidationResult check(CelAbstractSyntaxTree parsed) {
            return RuleLanguage.checker(functions(parsed), types)
                    .addVarDeclarations(
                            CelVarDecl.newVarDeclaration("self", type.celType()),
                            CelVarDecl.newVarDeclaration("oldSelf", oldType))
                    .build()
                    .check(parsed);
        }

        private CelAbstractSyntaxTree check(String text, String role) throws ExpressionException {
            CelValidationResult result = RuleLanguage.parse(text, isNew.test(text));
            CelSource source = result.getSource();
            List<CelIssue> issues = result.getErrors();
            try {
                if (issues.isEmpty()) {
                    result = check(result.getAst());
                    issues = result.getErrors();
                }
                if (issues.isEmpty()) {
                    CelAbstractSyntaxTree tree = result.getAst();
                    issues = Literals.issues(tree);
                    if (issues.isEmpty()) {
                        return tree;
                    }
                }
            } catch (CelValidationException e) {
                throw new ExpressionException(role + "compilation failed: " + e.getMessage());
            }
            throw new ExpressionException(role + "compilation failed: "
                    + issues.stream()
                            .map(issue -> withoutCandidates(issue).toDisplayString(source))
                            .collect(Collectors.joining("\n")));
        }
    }

    /** The expressions at a part of the schema. */
    Scope scope(DeclaredType type, boolean optionalOldSelf) {
        return new Scope(type, optionalOldSelf);
    }

    /** The names of the functions that an expression calls, also as methods of what looks like a package. */
    private static Set<String> functions(CelAbstractSyntaxTree tree) {
        Set<String> names = new TreeSet<>();
        CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == Kind.CALL)
                .forEach(node -> {
                    CelCall call = node.expr().call();
                    names.add(call.function());
                    call.target()
                            .filter(target -> target.getKind() == Kind.IDENT)
                            .ifPresent(target -> names.add(target.ident().name() + "." + call.function()));
                });
        return names;
    }

    /** The reference does not say which overloads there would be. */
    private static CelIssue withoutCandidates(CelIssue issue) {
        int at = issue.getMessage().indexOf(" (candidates: ");
        return at < 0
                ? issue
                : CelIssue.formatError(
                        issue.getExprId(),
                        issue.getSourceLocation(),
                        issue.getMessage().substring(0, at));
    }
}
