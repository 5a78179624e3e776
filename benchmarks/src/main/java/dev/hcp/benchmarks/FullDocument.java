package dev.hcp.benchmarks;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.ModelShape;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A JSON document with a value for every attribute of a model, at every depth, so that no codec gets away with less. */
final class FullDocument {
    private FullDocument() {}

    /** The document of a model type. */
    static JsonObject of(Class<?> model) {
        JsonObject.Builder document = JsonObject.builder(16);
        for (ModelShape.Attribute attribute : ModelShape.of(model).attributes()) {
            document.put(attribute.name(), value(attribute.getter().getGenericReturnType(), attribute.name()));
        }
        return document.build();
    }

    private static Object value(Type type, String name) {
        if (type instanceof ParameterizedType generic) {
            Type item = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            return generic.getRawType() == List.class
                    ? List.of(value(item, name), value(item, name))
                    : Map.of("first", value(item, name), "second", value(item, name));
        }
        Class<?> plain = (Class<?>) type;
        if (ModelShape.isModel(plain)) {
            return of(plain);
        }
        if (plain == Boolean.class) {
            return true;
        }
        if (plain == Integer.class || plain == Long.class || plain == IntOrString.class) {
            return 30000L;
        }
        if (plain == Double.class) {
            return 1.5;
        }
        if (plain == Quantity.class) {
            return "32Gi";
        }
        if (plain == JsonObject.class || plain == Object.class) {
            return JsonObject.of("key", "value", "deeper", JsonObject.of("key", 1));
        }
        if (plain == Condition.class) {
            return JsonObject.of(
                    "type", "Available",
                    "status", "True",
                    "reason", "AsExpected",
                    "message", "All is well",
                    "lastTransitionTime", "2025-01-01T00:00:00Z",
                    "observedGeneration", 3L);
        }
        if (plain == String.class || isText(plain)) {
            return "value-of-" + name;
        }
        return JsonObject.of("name", "value-of-" + name);
    }

    private static boolean isText(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JsonCreator.class))
                .map(Method::getParameterTypes)
                .anyMatch(types -> types.length == 1 && types[0] == String.class);
    }

    /** The document of a kind: metadata as servers give it, spec and status full. */
    static JsonObject ofKind(String apiVersion, String kind, Class<?> spec, Class<?> status) {
        if (!ModelShape.isModel(spec) || !ModelShape.isModel(status)) {
            throw new HcpException(kind + " has a spec or status that is not a model");
        }
        return JsonObject.of(
                "apiVersion",
                apiVersion,
                "kind",
                kind,
                "metadata",
                JsonObject.of(
                        "name", "demo",
                        "namespace", "clusters",
                        "uid", "0b5a8e32-7a0c-4c5e-9a51-6b1b1a3f0c11",
                        "resourceVersion", "4711",
                        "generation", 3,
                        "creationTimestamp", "2025-01-01T00:00:00Z",
                        "labels", Map.of("team", "platform"),
                        "annotations", Map.of("note", "measured"),
                        "finalizers", List.of("hypershift.openshift.io/finalizer")),
                "spec",
                of(spec),
                "status",
                of(status));
    }
}
