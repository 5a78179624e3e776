package dev.hcp.samples.cli;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Records as trees, which can be written as YAML and JSON: a field for each component that has a value. */
final class RecordTree {
    private RecordTree() {}

    static JsonObject of(Record value) {
        Map<String, Object> fields = new TreeMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object tree = tree(read(value, component));
            if (tree != null) {
                fields.put(component.getName(), tree);
            }
        }
        return JsonObject.copyOf(fields);
    }

    private static @Nullable Object tree(@Nullable Object value) {
        if (value instanceof Record part) {
            return of(part);
        }
        if (value instanceof Optional<?> optional) {
            return tree(optional.orElse(null));
        }
        if (value instanceof Collection<?> items) {
            List<@Nullable Object> trees = new ArrayList<>();
            items.forEach(item -> trees.add(tree(item)));
            return JsonArray.copyOf(trees);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> trees = new TreeMap<>();
            map.forEach((key, item) -> trees.put(String.valueOf(key), tree(item)));
            return JsonObject.copyOf(trees);
        }
        return value == null || value instanceof Boolean || value instanceof Long ? value : scalar(value);
    }

    private static Object scalar(Object value) {
        return value instanceof Integer number ? (Object) number.longValue() : value.toString();
    }

    private static @Nullable Object read(Record value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component + " of " + value.getClass(), e);
        }
    }
}
