package dev.hcp.api.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.client.CustomResource;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a model type and how to build it, found once by reflection. Attribute names are JSON names:
 * {@code getClusterID} is {@code clusterID}, unless {@code @JsonProperty} says another.
 */
public final class ModelShape {
    /** After as many uses, calls by reflection cost more than to link direct ones. */
    private static final int OFTEN = 64;

    private static final ClassValue<ModelShape> SHAPES = new ClassValue<>() {
        @Override
        protected ModelShape computeValue(Class<?> type) {
            return new ModelShape(type);
        }
    };

    private static final ClassValue<Set<String>> MODEL_ATTRIBUTES = new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> type) {
            Set<String> names = new TreeSet<>();
            if (type.getGenericSuperclass() instanceof ParameterizedType envelope
                    && envelope.getRawType() == CustomResource.class) {
                Type[] parts = envelope.getActualTypeArguments();
                for (int i = 0; i < parts.length; i++) {
                    if (parts[i] instanceof Class<?> part && isModel(part)) {
                        names.add(i == 0 ? "spec" : "status");
                    }
                }
            }
            return Collections.unmodifiableSet(names);
        }
    };

    private final Class<?> type;
    private final Method newBuilder;
    private final Method build;
    private final Method unknownFields;
    private final Map<String, Attribute> attributes = new TreeMap<>();
    private final List<Attribute> inOrder;
    /** How often the type was used by reflection; approximate, as it only tells when to stop. */
    private int uses;

    private volatile Calls calls;

    /** One attribute of a model. */
    public record Attribute(
            String name,
            Method getter,
            Method setter,
            boolean writtenEmpty,
            ValueDecoder decoder,
            ValueEncoder encoder) {}

    private ModelShape(Class<?> type) {
        if (!isModel(type)) {
            throw new HcpException(type.getName() + " is not a model: expected an interface annotated with @HcpModel");
        }
        this.type = type;
        try {
            newBuilder = type.getDeclaredMethod("builder");
            Class<?> builder = newBuilder.getReturnType();
            Class<?> generated = builder.getSuperclass();
            build = accessible(generated.getDeclaredMethod("build"));
            unknownFields = accessible(generated.getDeclaredMethod("unknownFields", JsonObject.class));
            boolean ownNames = NamedInJson.class.isAssignableFrom(type);
            Map<String, List<Method>> setters = setters(generated);
            for (Method getter : type.getDeclaredMethods()) {
                if (Modifier.isAbstract(getter.getModifiers())
                        && getter.getName().startsWith("get")) {
                    String name = (ownNames ? jsonName(getter) : javaName(getter)).intern();
                    Method setter = setter(setters, builder, javaName(getter), getter);
                    Type attributeType = getter.getGenericReturnType();
                    attributes.put(
                            name,
                            new Attribute(
                                    name,
                                    getter,
                                    setter,
                                    attributeType instanceof ParameterizedType
                                            && getter.getAnnotatedReturnType().isAnnotationPresent(Nullable.class),
                                    ValueDecoder.of(attributeType),
                                    ValueEncoder.of(attributeType)));
                }
            }
            inOrder = List.copyOf(attributes.values());
            newBuilder.setAccessible(true);
            calls = Calls.reflective(newBuilder, inOrder, build, unknownFields);
        } catch (NoSuchMethodException e) {
            throw new HcpException(type.getName() + " lacks a part of the model style: " + e.getMessage(), e);
        }
    }

    /** Whether a type is a model: an interface of its own below {@link Model}. */
    public static boolean isModel(Class<?> type) {
        return type.isInterface()
                && Model.class.isAssignableFrom(type)
                && type != Model.class
                && type != NamedInJson.class;
    }

    /** The shape of a model type. */
    public static ModelShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    /** Which of {@code spec} and {@code status} of a kind of custom resource are models. */
    public static Set<String> modelAttributes(Class<?> customResource) {
        return MODEL_ATTRIBUTES.get(customResource);
    }

    /** The shape of the model type that an instance implements. */
    static ModelShape ofInstance(Object model) {
        for (Class<?> candidate : model.getClass().getInterfaces()) {
            if (isModel(candidate)) {
                return of(candidate);
            }
        }
        throw new HcpException(model.getClass().getName() + " does not implement a model type");
    }

    /** The attributes, sorted by name. */
    public Collection<Attribute> attributes() {
        return inOrder;
    }

    /** The JSON object of a model of any type. */
    public static JsonObject treeOf(Model model) {
        return ofInstance(model).tree(model);
    }

    /** The JSON object of a model of this type; a typed value wins over an untyped one of the same name. */
    JsonObject tree(Object model) {
        JsonObject untyped = ((Model) model).getUnknownFields();
        JsonObject.Builder tree = JsonObject.builder(attributes.size() + untyped.size());
        untyped.forEach(tree::put);
        Calls current = calls();
        for (int i = 0; i < inOrder.size(); i++) {
            Attribute attribute = inOrder.get(i);
            Object value = current.get(i, model);
            if (value != null
                    && (!isEmpty(value) || (attribute.writtenEmpty() && !untyped.containsKey(attribute.name())))) {
                tree.put(attribute.name(), attribute.encoder().encode(value));
            }
        }
        return tree.build();
    }

    private static boolean isEmpty(Object value) {
        return (value instanceof Collection<?> items && items.isEmpty())
                || (value instanceof Map<?, ?> map && !(value instanceof JsonObject) && map.isEmpty());
    }

    @SuppressWarnings("ReferenceEquality") // names are interned as the keys of trees are; others are compared
    Object read(JsonObject tree) {
        Calls current = calls();
        Object builder = current.newBuilder();
        JsonObject.Builder unknown = null;
        int next = 0;
        for (int i = 0; i < tree.size(); i++) {
            String name = tree.keyAt(i);
            Object value = tree.valueAt(i);
            // Members and attributes are both in order, so they are met side by side.
            int order = 1;
            while (next < inOrder.size() && order > 0) {
                String candidate = inOrder.get(next).name();
                order = candidate == name ? 0 : name.compareTo(candidate);
                next += order > 0 ? 1 : 0;
            }
            Attribute attribute = order == 0 ? inOrder.get(next) : null;
            Object typed = attribute == null || value == null
                    ? null
                    : attribute.decoder().decode(value);
            if (typed == null || attribute == null) {
                if (unknown == null) {
                    unknown = JsonObject.builder(4);
                }
                unknown.put(name, value);
            } else {
                current.set(next, builder, typed);
            }
        }
        return current.build(builder, unknown == null ? JsonObject.EMPTY : unknown.build());
    }

    private static Map<String, List<Method>> setters(Class<?> generated) {
        Map<String, List<Method>> setters = new HashMap<>();
        for (Method method : generated.getDeclaredMethods()) {
            if (method.getParameterCount() == 1 && Modifier.isPublic(method.getModifiers())) {
                setters.computeIfAbsent(method.getName(), name -> new ArrayList<>(2))
                        .add(method);
            }
        }
        return setters;
    }

    private static Method setter(Map<String, List<Method>> setters, Class<?> builder, String name, Method getter)
            throws NoSuchMethodException {
        for (Method method : setters.getOrDefault(name, List.of())) {
            if (method.getParameterTypes()[0].isAssignableFrom(getter.getReturnType())) {
                return accessible(method);
            }
        }
        throw new NoSuchMethodException(
                builder.getName() + "." + name + "(" + getter.getReturnType().getName() + ")");
    }

    /** The builders inherit their setters from generated classes that are not public. */
    private static Method accessible(Method method) {
        method.setAccessible(true);
        return method;
    }

    /** The name in JSON: that of the getter, but for names that are not made like Java's. */
    static String jsonName(Method getter) {
        JsonProperty other = getter.getAnnotation(JsonProperty.class);
        return other == null ? javaName(getter) : other.value();
    }

    private static String javaName(Method getter) {
        String name = getter.getName();
        return String.valueOf(Character.toLowerCase(name.charAt(3))).concat(name.substring(4));
    }

    private Calls calls() {
        if (uses < OFTEN && ++uses == OFTEN) {
            calls = Calls.direct(type, newBuilder, inOrder, build, unknownFields);
        }
        return calls;
    }
}
