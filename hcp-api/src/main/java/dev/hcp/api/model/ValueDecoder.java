package dev.hcp.api.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.HcpException;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.Quantity;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a JSON value into the value of an attribute, or says that it does not fit. */
@FunctionalInterface
public interface ValueDecoder {
    /** The typed value, or null when the JSON value cannot be written back from it unchanged. */
    @Nullable
    Object decode(Object value);

    /** Found by reflection, so once for each class. */
    ClassValue<ValueDecoder> OF_CLASS = new ClassValue<>() {
        @Override
        protected ValueDecoder computeValue(Class<?> type) {
            return ofClass(type);
        }
    };

    /** The decoder of an attribute's type. */
    static ValueDecoder of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                return list(of(arguments[0]));
            }
            if (generic.getRawType() == Map.class && arguments[0] == String.class) {
                return map(of(arguments[1]));
            }
        } else if (type instanceof Class<?> plain) {
            return OF_CLASS.get(plain);
        }
        throw new HcpException("no decoder for attributes of type " + type);
    }

    private static ValueDecoder ofClass(Class<?> type) {
        if (type == String.class
                || type == Long.class
                || type == Boolean.class
                || type == Double.class
                || type == JsonObject.class
                || type == JsonArray.class) {
            return value -> type.isInstance(value) ? value : null;
        }
        if (type == Object.class) {
            return value -> value;
        }
        if (type == Integer.class) {
            return value -> value instanceof Long number && number.intValue() == number ? number.intValue() : null;
        }
        if (type == IntOrString.class) {
            return value -> {
                if (value instanceof Long number && number.intValue() == number) {
                    return new IntOrString(number.intValue());
                }
                return value instanceof String text ? new IntOrString(text) : null;
            };
        }
        if (type == Quantity.class) {
            return value -> value instanceof String text ? quantity(text) : null;
        }
        if (type == Condition.class) {
            return value -> value instanceof JsonObject tree ? condition(tree) : null;
        }
        if (type == LocalObjectReference.class) {
            return value ->
                    value instanceof JsonObject tree && tree.size() == 1 && tree.get("name") instanceof String name
                            ? new LocalObjectReference(name)
                            : foreign(value, type);
        }
        if (Model.class.isAssignableFrom(type)) {
            return value ->
                    value instanceof JsonObject tree ? ModelShape.of(type).read(tree) : null;
        }
        for (Method method : type.getDeclaredMethods()) {
            if (Modifier.isStatic(method.getModifiers())
                    && method.isAnnotationPresent(JsonCreator.class)
                    && method.getParameterCount() == 1
                    && method.getParameterTypes()[0] == String.class) {
                return value -> value instanceof String text ? create(method, text) : null;
            }
        }
        if (type.getName().startsWith("io.fabric8.")) {
            return value -> foreign(value, type);
        }
        throw new HcpException("no decoder for attributes of type " + type.getName());
    }

    private static ValueDecoder list(ValueDecoder item) {
        return value -> {
            if (!(value instanceof JsonArray array) || array.isEmpty()) {
                return null;
            }
            List<Object> items = new ArrayList<>(array.size());
            for (int i = 0; i < array.size(); i++) {
                Object element = array.get(i);
                Object typed = element == null ? null : item.decode(element);
                if (typed == null) {
                    return null;
                }
                items.add(typed);
            }
            return items;
        };
    }

    private static ValueDecoder map(ValueDecoder item) {
        return value -> {
            if (!(value instanceof JsonObject object) || object.isEmpty()) {
                return null;
            }
            Map<String, Object> items = new LinkedHashMap<>();
            for (int i = 0; i < object.size(); i++) {
                Object element = object.valueAt(i);
                Object typed = element == null ? null : item.decode(element);
                if (typed == null) {
                    return null;
                }
                items.put(object.keyAt(i), typed);
            }
            return items;
        };
    }

    private static Object create(Method factory, String text) {
        try {
            return factory.invoke(null, text);
        } catch (IllegalAccessException e) {
            throw new HcpException("cannot call " + factory + ": " + e.getMessage(), e);
        } catch (InvocationTargetException e) {
            throw new HcpException(factory + " does not accept every text: " + e.getCause(), e.getCause());
        }
    }

    /** A quantity that has a number: fabric8's equals and hashCode throw for others. */
    private static @Nullable Object quantity(String text) {
        try {
            Quantity quantity = new Quantity(text);
            quantity.getNumericalAmount();
            return text.equals(quantity.toString()) ? quantity : null;
        } catch (IllegalArgumentException | ArithmeticException notAQuantity) {
            return null;
        }
    }

    /** Conditions are by far the most frequent foreign type, so they do not take the long way. */
    private static @Nullable Object condition(JsonObject tree) {
        Condition condition = new Condition();
        for (int i = 0; i < tree.size(); i++) {
            Object value = tree.valueAt(i);
            switch (tree.keyAt(i)) {
                case "type", "status", "reason", "message", "lastTransitionTime" -> {
                    if (!(value instanceof String text)) {
                        return null;
                    }
                    setText(condition, tree.keyAt(i), text);
                }
                case "observedGeneration" -> {
                    if (!(value instanceof Long generation)) {
                        return null;
                    }
                    condition.setObservedGeneration(generation);
                }
                default -> condition.setAdditionalProperty(tree.keyAt(i), value);
            }
        }
        return condition;
    }

    private static void setText(Condition condition, String name, String text) {
        switch (name) {
            case "type" -> condition.setType(text);
            case "status" -> condition.setStatus(text);
            case "reason" -> condition.setReason(text);
            case "message" -> condition.setMessage(text);
            default -> condition.setLastTransitionTime(text);
        }
    }

    /** A type that is not ours: it fits when it writes back exactly what it read. */
    private static @Nullable Object foreign(Object value, Class<?> type) {
        if (!(value instanceof JsonObject tree)) {
            return null;
        }
        try {
            Object typed = Json.toType(tree, type);
            return Json.toTree(typed).equals(tree) ? typed : null;
        } catch (HcpException misfit) {
            return null;
        }
    }
}
