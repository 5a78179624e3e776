package dev.hcp.api.model;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.hcp.api.HcpException;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the value of an attribute into JSON: the other way of {@link ValueDecoder}. */
@FunctionalInterface
interface ValueEncoder {
    /** The JSON value of a typed value. */
    @Nullable
    Object encode(Object typed);

    /** Found by reflection, so once for each class. */
    ClassValue<ValueEncoder> OF_CLASS = new ClassValue<>() {
        @Override
        protected ValueEncoder computeValue(Class<?> type) {
            return ofClass(type);
        }
    };

    /** The encoder of an attribute's type. */
    static ValueEncoder of(Type type) {
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
        throw new HcpException("no encoder for attributes of type " + type);
    }

    private static ValueEncoder ofClass(Class<?> type) {
        if (type == String.class
                || type == Long.class
                || type == Boolean.class
                || type == Double.class
                || type == JsonObject.class
                || type == JsonArray.class) {
            return value -> value;
        }
        if (type == Integer.class || type == Object.class) {
            return Json::freeze;
        }
        if (type == IntOrString.class) {
            return value -> Json.freeze(((IntOrString) value).getValue());
        }
        if (type == Quantity.class) {
            return Object::toString;
        }
        if (type == Condition.class) {
            return value -> condition((Condition) value);
        }
        if (Model.class.isAssignableFrom(type)) {
            return value -> ModelShape.of(type).tree(value);
        }
        for (Method method : type.getMethods()) {
            if (method.isAnnotationPresent(JsonValue.class) && method.getParameterCount() == 0) {
                return value -> text(method, value);
            }
        }
        return Json::toTree;
    }

    private static ValueEncoder list(ValueEncoder item) {
        return value -> {
            List<?> items = (List<?>) value;
            @Nullable Object[] encoded = new Object[items.size()];
            for (int i = 0; i < encoded.length; i++) {
                encoded[i] = item.encode(items.get(i));
            }
            return JsonArray.of(encoded);
        };
    }

    private static ValueEncoder map(ValueEncoder item) {
        return value -> {
            Map<?, ?> items = (Map<?, ?>) value;
            JsonObject.Builder encoded = JsonObject.builder(items.size());
            items.forEach((key, each) -> encoded.put(String.valueOf(key), item.encode(each)));
            return encoded.build();
        };
    }

    private static Object text(Method method, Object value) {
        try {
            return method.invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new HcpException("cannot write " + value.getClass().getName() + ": " + e, e);
        }
    }

    /** Conditions are by far the most frequent foreign type, so they do not take the long way. */
    private static JsonObject condition(Condition condition) {
        JsonObject.Builder tree = JsonObject.builder(8);
        tree.putIfPresent("lastTransitionTime", condition.getLastTransitionTime())
                .putIfPresent("message", condition.getMessage())
                .putIfPresent("observedGeneration", condition.getObservedGeneration())
                .putIfPresent("reason", condition.getReason())
                .putIfPresent("status", condition.getStatus())
                .putIfPresent("type", condition.getType());
        condition.getAdditionalProperties().forEach(tree::put);
        return tree.build();
    }
}
