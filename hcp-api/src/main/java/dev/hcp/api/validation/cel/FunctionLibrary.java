package dev.hcp.api.validation.cel;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Functions that rules may call, each with its declaration for the checker and its implementation. */
final class FunctionLibrary {
    private final List<CelFunctionDecl> declarations = new ArrayList<>();
    private final List<CelFunctionBinding> bindings = new ArrayList<>();

    List<CelFunctionDecl> declarations() {
        return Collections.unmodifiableList(declarations);
    }

    List<CelFunctionBinding> bindings() {
        return Collections.unmodifiableList(bindings);
    }

    /** Adds a function. */
    FunctionLibrary function(String name, Overload... overloads) {
        List<CelOverloadDecl> declared = new ArrayList<>();
        List<CelFunctionBinding> bound = new ArrayList<>();
        for (Overload overload : overloads) {
            declared.add(overload.declaration);
            bound.add(overload.binding);
        }
        declarations.add(CelFunctionDecl.newFunctionDeclaration(name, declared));
        bindings.addAll(CelFunctionBinding.fromOverloads(name, bound));
        return this;
    }

    /**
     * One form of a function.
     *
     * @param declaration how rules call it
     * @param binding what it does
     */
    record Overload(CelOverloadDecl declaration, CelFunctionBinding binding) {
        /** A function of one value. */
        static <A> Overload global(
                String id, CelType result, CelType type, Class<A> javaType, CelFunctionOverload.Unary<A> body) {
            return new Overload(
                    CelOverloadDecl.newGlobalOverload(id, result, type), CelFunctionBinding.from(id, javaType, body));
        }

        /** A method without parameters. */
        static <A> Overload member(
                String id, CelType result, CelType type, Class<A> javaType, CelFunctionOverload.Unary<A> body) {
            return new Overload(
                    CelOverloadDecl.newMemberOverload(id, result, type), CelFunctionBinding.from(id, javaType, body));
        }

        /** A method with one parameter. */
        static <A, B> Overload member(
                String id,
                CelType result,
                CelType type,
                CelType parameter,
                Class<A> javaType,
                Class<B> javaParameter,
                CelFunctionOverload.Binary<A, B> body) {
            return new Overload(
                    CelOverloadDecl.newMemberOverload(id, result, type, parameter),
                    CelFunctionBinding.from(id, javaType, javaParameter, body));
        }

        /** A method with two parameters. */
        static Overload member(
                String id, CelType result, List<CelType> types, List<Class<?>> javaTypes, CelFunctionOverload body) {
            return new Overload(
                    CelOverloadDecl.newMemberOverload(id, result, types), CelFunctionBinding.from(id, javaTypes, body));
        }

        /** A function without parameters; its value is immutable. */
        @SuppressWarnings("Immutable") // The value is.
        static Overload constant(String id, CelType result, Object value) {
            return new Overload(
                    CelOverloadDecl.newGlobalOverload(id, result, List.of()),
                    CelFunctionBinding.from(id, List.of(), arguments -> value));
        }
    }
}
