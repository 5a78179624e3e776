package dev.hcp.simulator.faults;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Faults to and from JSON, by the components of their records: texts, numbers and constants of enumerations. */
final class FaultJson {
    private static final String NAME = "fault";

    private FaultJson() {}

    static JsonObject write(Fault fault) {
        JsonObject.Builder json =
                JsonObject.builder(6).put(NAME, fault.getClass().getSimpleName());
        for (RecordComponent component : fault.getClass().getRecordComponents()) {
            try {
                Object value = component.getAccessor().invoke(fault);
                json.put(component.getName(), value instanceof Enum<?> constant ? constant.name() : value);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("the components of " + fault + " are public", e);
            }
        }
        return json.build();
    }

    static Fault read(JsonObject json) {
        String name = String.valueOf(json.text(NAME));
        for (Class<?> type : Fault.class.getPermittedSubclasses()) {
            if (type.getSimpleName().equals(name)) {
                return read(type, json);
            }
        }
        throw new HcpException("there is no fault \"" + name + "\"; there are "
                + Arrays.stream(Fault.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ")));
    }

    private static Fault read(Class<?> type, JsonObject json) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(each -> value(type, each, json.get(each.getName())))
                .toArray();
        try {
            return (Fault) type.getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("faults are public records", e);
        }
    }

    private static Object value(Class<?> type, RecordComponent component, @Nullable Object given) {
        Class<?> wanted = component.getType();
        if (wanted == String.class && given instanceof String text) {
            return text;
        }
        if (wanted == int.class && given instanceof Long number) {
            return Math.toIntExact(number);
        }
        for (Object constant :
                wanted.isEnum() ? wanted.getEnumConstants() : List.of().toArray()) {
            if (((Enum<?>) constant).name().equals(given)) {
                return constant;
            }
        }
        throw new HcpException(type.getSimpleName() + " needs a " + wanted.getSimpleName() + " as "
                + component.getName() + "; got " + given);
    }
}
