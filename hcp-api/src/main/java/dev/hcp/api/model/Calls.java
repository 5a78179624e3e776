package dev.hcp.api.model;

import dev.hcp.api.HcpException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the methods of one model type are called: by reflection at first, which costs nothing to set up, and directly once the
 * type is in frequent use.
 */
final class Calls {
    private final Supplier<Object> newBuilder;
    private final List<Function<Object, @Nullable Object>> getters;
    private final List<BiFunction<Object, Object, Object>> setters;
    private final Function<Object, @Nullable Object> build;
    private final BiFunction<Object, Object, Object> unknownFields;

    private Calls(
            Supplier<Object> newBuilder,
            List<Function<Object, @Nullable Object>> getters,
            List<BiFunction<Object, Object, Object>> setters,
            Function<Object, @Nullable Object> build,
            BiFunction<Object, Object, Object> unknownFields) {
        this.newBuilder = newBuilder;
        this.getters = getters;
        this.setters = setters;
        this.build = build;
        this.unknownFields = unknownFields;
    }

    /** Calls by reflection. */
    static Calls reflective(
            Method newBuilder, List<ModelShape.Attribute> attributes, Method build, Method unknownFields) {
        List<Function<Object, @Nullable Object>> getters = new ArrayList<>(attributes.size());
        List<BiFunction<Object, Object, Object>> setters = new ArrayList<>(attributes.size());
        for (ModelShape.Attribute attribute : attributes) {
            getters.add(model -> invoke(attribute.getter(), model));
            setters.add((builder, value) -> required(invoke(attribute.setter(), builder, value)));
        }
        return new Calls(
                () -> required(invoke(newBuilder, null)),
                getters,
                setters,
                builder -> invoke(build, builder),
                (builder, value) -> required(invoke(unknownFields, builder, value)));
    }

    /** Direct calls, by classes that the JVM makes for each method. */
    static Calls direct(
            Class<?> type,
            Method newBuilder,
            List<ModelShape.Attribute> attributes,
            Method build,
            Method unknownFields) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            List<Function<Object, @Nullable Object>> getters = new ArrayList<>(attributes.size());
            List<BiFunction<Object, Object, Object>> setters = new ArrayList<>(attributes.size());
            for (ModelShape.Attribute attribute : attributes) {
                getters.add(linkFunction(lookup, attribute.getter()));
                setters.add(linkBiFunction(lookup, attribute.setter()));
            }
            return new Calls(
                    linkSupplier(lookup, newBuilder),
                    getters,
                    setters,
                    linkFunction(lookup, build),
                    linkBiFunction(lookup, unknownFields));
        } catch (Throwable e) {
            throw new HcpException("cannot link the methods of " + type.getName() + ": " + e, e);
        }
    }

    @SuppressWarnings("unchecked") // the factory makes an instance of the interface it is asked for
    private static Supplier<Object> linkSupplier(MethodHandles.Lookup lookup, Method method) throws Throwable {
        return (Supplier<Object>) link(lookup, "get", Supplier.class, method);
    }

    @SuppressWarnings("unchecked") // the factory makes an instance of the interface it is asked for
    private static Function<Object, @Nullable Object> linkFunction(MethodHandles.Lookup lookup, Method method)
            throws Throwable {
        return (Function<Object, @Nullable Object>) link(lookup, "apply", Function.class, method);
    }

    @SuppressWarnings("unchecked") // the factory makes an instance of the interface it is asked for
    private static BiFunction<Object, Object, Object> linkBiFunction(MethodHandles.Lookup lookup, Method method)
            throws Throwable {
        return (BiFunction<Object, Object, Object>) link(lookup, "apply", BiFunction.class, method);
    }

    private static Object link(MethodHandles.Lookup lookup, String name, Class<?> call, Method method)
            throws Throwable {
        MethodHandle target = lookup.unreflect(method);
        return LambdaMetafactory.metafactory(
                        lookup, name, MethodType.methodType(call), target.type().generic(), target, target.type())
                .getTarget()
                .invoke();
    }

    Object newBuilder() {
        return newBuilder.get();
    }

    @Nullable
    Object get(int attribute, Object model) {
        return getters.get(attribute).apply(model);
    }

    void set(int attribute, Object builder, Object value) {
        // The builder again, as always.
        var unused = setters.get(attribute).apply(builder, value);
    }

    /** Sets the unknown fields, and builds. */
    Object build(Object builder, Object unknown) {
        return required(build.apply(unknownFields.apply(builder, unknown)));
    }

    private static Object required(@Nullable Object value) {
        if (value == null) {
            throw new HcpException("a builder of a model returned nothing");
        }
        return value;
    }

    private static @Nullable Object invoke(Method method, @Nullable Object target, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (IllegalAccessException e) {
            throw new HcpException("cannot call " + method + ": " + e.getMessage(), e);
        } catch (InvocationTargetException e) {
            throw new HcpException("cannot call " + method + ": " + e.getCause(), e.getCause());
        }
    }
}
