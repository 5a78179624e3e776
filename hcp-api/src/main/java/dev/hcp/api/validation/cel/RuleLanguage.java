package dev.hcp.api.validation.cel;

import dev.cel.checker.CelCheckerBuilder;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelComprehensionsExtensions;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelOptionalLibrary;
import dev.cel.extensions.CelSetsExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.extensions.CelStringExtensions.Function;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserBuilder;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.RuntimeHelpers;
import dev.hcp.api.validation.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The language of rules: CEL with what Kubernetes 1.32 puts in and leaves out. Thread-safe. */
final class RuleLanguage {
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .enableOptionalSyntax(true)
            .enableQuotedIdentifierSyntax(false)
            .build();
    private static final FunctionLibrary FUNCTIONS = functions();
    private static final CelStringExtensions STRINGS = CelExtensions.strings(
            Function.CHAR_AT,
            Function.JOIN,
            Function.LOWER_ASCII,
            Function.QUOTE,
            Function.REPLACE,
            Function.SPLIT,
            Function.SUBSTRING,
            Function.TRIM,
            Function.UPPER_ASCII);
    private static final List<String> STRING_FUNCTIONS = List.of(
            "charAt", "join", "lowerAscii", "strings.quote", "replace", "split", "substring", "trim", "upperAscii");
    private static final CelSetsExtensions SETS = CelExtensions.sets(OPTIONS);
    private static final CelOptionalLibrary OPTIONALS = CelExtensions.optional(1);
    private static final CelComprehensionsExtensions COMPREHENSIONS = CelExtensions.comprehensions();
    private static final Map<String, List<StandardFunction>> STANDARD = standardByName();
    private static final Map<String, List<CelFunctionDecl>> ADDED = addedByName();
    private static final Set<String> OPTIONAL_FUNCTIONS =
            OPTIONALS.functions().stream().map(CelFunctionDecl::name).collect(Collectors.toUnmodifiableSet());
    private static final CelParser NEW_RULES = parser(true);
    private static final CelParser STORED_RULES = parser(false);

    /** Runs every rule; what a rule sees comes with each call. */
    static final CelRuntime RUNTIME = runtime();

    private RuleLanguage() {}

    /** Parses an expression. New rules may not use comprehensions of two variables yet. */
    static CelValidationResult parse(String text, boolean newRules) {
        return (newRules ? NEW_RULES : STORED_RULES).parse(text);
    }

    private static CelParser parser(boolean newRules) {
        CelParserBuilder builder = CelParserFactory.standardCelParserBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addLibraries(OPTIONALS);
        return newRules ? builder.build() : builder.addLibraries(COMPREHENSIONS).build();
    }

    /**
     * A checker for one expression. It knows the functions that the expression names and no others, since declaring a
     * function costs more than checking a rule.
     *
     * @param functions the names of all functions that are called
     */
    static CelCheckerBuilder checker(Set<String> functions, CelTypeProvider types) {
        List<StandardFunction> standard = new ArrayList<>(List.of(StandardFunction.LOGICAL_NOT));
        List<CelFunctionDecl> others = new ArrayList<>();
        for (String name : functions) {
            standard.addAll(STANDARD.getOrDefault(name, List.of()));
            others.addAll(ADDED.getOrDefault(name, List.of()));
        }
        CelCheckerBuilder builder = CelCompilerFactory.standardCelCheckerBuilder()
                .setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelStandardDeclarations.newBuilder()
                        .includeFunctions(standard)
                        .build())
                .addFunctionDeclarations(others)
                .setTypeProvider(types);
        return functions.stream().anyMatch(OPTIONAL_FUNCTIONS::contains) ? builder.addLibraries(OPTIONALS) : builder;
    }

    private static Map<String, List<StandardFunction>> standardByName() {
        Map<String, List<StandardFunction>> byName = new HashMap<>();
        for (StandardFunction function : StandardFunction.values()) {
            byName.computeIfAbsent(function.functionDecl().name(), name -> new ArrayList<>())
                    .add(function);
        }
        return byName;
    }

    private static Map<String, List<CelFunctionDecl>> addedByName() {
        List<CelFunctionDecl> all = new ArrayList<>(FUNCTIONS.declarations());
        STRING_FUNCTIONS.forEach(function -> STRINGS.functions().stream()
                .filter(declared -> declared.name().equals(function))
                .forEach(all::add));
        all.addAll(SETS.functions());
        all.addAll(COMPREHENSIONS.functions());
        Map<String, List<CelFunctionDecl>> byName = new HashMap<>();
        for (CelFunctionDecl function : all) {
            byName.computeIfAbsent(function.name(), name -> new ArrayList<>()).add(function);
        }
        return byName;
    }

    private static FunctionLibrary functions() {
        FunctionLibrary library = new FunctionLibrary();
        ListFunctions.addTo(library);
        RegexFunctions.addTo(library);
        UrlFunctions.addTo(library);
        QuantityFunctions.addTo(library);
        AddressFunctions.addTo(library);
        FormatFunctions.addTo(library);
        return library;
    }

    private static CelRuntime runtime() {
        List<CelFunctionBinding> own = new ArrayList<>(FUNCTIONS.bindings());
        own.addAll(CelFunctionBinding.fromOverloads(
                "_==_", CelFunctionBinding.from("equals", Object.class, Object.class, Equality::equal)));
        own.addAll(CelFunctionBinding.fromOverloads(
                "_!=_",
                CelFunctionBinding.from("not_equals", Object.class, Object.class, (a, b) -> !Equality.equal(a, b))));
        own.addAll(CelFunctionBinding.fromOverloads(
                "matches",
                CelFunctionBinding.from("matches", String.class, String.class, RegexFunctions::matches),
                CelFunctionBinding.from("matches_string", String.class, String.class, RegexFunctions::matches)));
        own.add(CelFunctionBinding.from("add_list", List.class, List.class, RuleLanguage::concatenate));
        return CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(OPTIONS)
                .setStandardFunctions(CelStandardFunctions.newBuilder()
                        .filterFunctions(
                                (function, overload) -> function != CelStandardFunctions.StandardFunction.EQUALS
                                        && function != CelStandardFunctions.StandardFunction.NOT_EQUALS
                                        && function != CelStandardFunctions.StandardFunction.MATCHES
                                        && !overload.toString().equals("ADD_LIST"))
                        .build())
                .addLibraries(STRINGS, SETS, OPTIONALS, COMPREHENSIONS)
                .addFunctionBindings(own)
                .build();
    }

    @SuppressWarnings("unchecked") // The elements are only handed on.
    private static List<Object> concatenate(List<?> first, List<?> second) {
        if (first instanceof ListValue list && list.listType() != Schema.ListType.ATOMIC) {
            return list.plus(second);
        }
        return RuntimeHelpers.concat((List<Object>) first, (List<Object>) second);
    }
}
