package dev.hcp.api.crd.generator;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.schema.PlainConditions;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Schemas of the built-in Kubernetes types that models use: the same in every definition. */
final class ForeignSchemas {
    private static final JsonObject TEXT = JsonObject.of("type", "string");
    private static final JsonObject TIME = JsonObject.of("type", "string", "format", "date-time");
    private static final String QUANTITY =
            "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$";
    private static final String QUALIFIED_NAME =
            "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$";

    private static final Map<Class<?>, JsonObject> SCHEMAS = Map.of(
            IntOrString.class, intOrString(),
            Quantity.class, intOrString().with("pattern", QUANTITY),
            LocalObjectReference.class, atomic(object("name", TEXT.with("default", ""))),
            ObjectReference.class,
                    atomic(object(
                            "apiVersion",
                            TEXT,
                            "fieldPath",
                            TEXT,
                            "kind",
                            TEXT,
                            "name",
                            TEXT,
                            "namespace",
                            TEXT,
                            "resourceVersion",
                            TEXT,
                            "uid",
                            TEXT)),
            LabelSelector.class, labelSelector(),
            Toleration.class,
                    object(
                            "effect",
                            TEXT,
                            "key",
                            TEXT,
                            "operator",
                            TEXT,
                            "tolerationSeconds",
                            JsonObject.of("type", "integer", "format", "int64"),
                            "value",
                            TEXT),
            Condition.class, condition(),
            Affinity.class, open(JsonObject.of("type", "object")),
            TopologySpreadConstraint.class, topologySpreadConstraint());

    private ForeignSchemas() {}

    static JsonObject of(Class<?> type) {
        JsonObject schema = SCHEMAS.get(type);
        if (schema == null) {
            throw new HcpException("no schema for attributes of type " + type.getName());
        }
        return schema;
    }

    /** A condition without the constraints of {@code metav1.Condition}. */
    static JsonObject plainCondition(PlainConditions facts) {
        Map<String, JsonObject> properties = new TreeMap<>();
        for (String name : List.of("message", "reason", "status", "type")) {
            properties.put(name, TEXT);
        }
        for (String name : facts.times()) {
            properties.put(name, facts.timesMayBeNull() ? TIME.with("nullable", true) : TIME);
        }
        return JsonObject.of(
                "type", "object", "properties", properties, "required", JsonArray.of((Object[]) facts.required()));
    }

    private static JsonObject condition() {
        return object(
                        "lastTransitionTime", TIME,
                        "message", TEXT.with("maxLength", 32768),
                        "observedGeneration", JsonObject.of("type", "integer", "format", "int64", "minimum", 0),
                        "reason",
                                TEXT.with("minLength", 1)
                                        .with("maxLength", 1024)
                                        .with("pattern", "^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$"),
                        "status", TEXT.with("enum", List.of("True", "False", "Unknown")),
                        "type", TEXT.with("maxLength", 316).with("pattern", QUALIFIED_NAME))
                .with("required", List.of("lastTransitionTime", "message", "reason", "status", "type"));
    }

    private static JsonObject labelSelector() {
        JsonObject atomicTexts = JsonObject.of("type", "array", "items", TEXT, "x-kubernetes-list-type", "atomic");
        JsonObject expression = object("key", TEXT, "operator", TEXT, "values", atomicTexts)
                .with("required", List.of("key", "operator"));
        return atomic(object(
                "matchExpressions",
                JsonObject.of("type", "array", "items", expression, "x-kubernetes-list-type", "atomic"),
                "matchLabels",
                JsonObject.of("type", "object", "additionalProperties", TEXT)));
    }

    private static JsonObject topologySpreadConstraint() {
        return open(object(
                        "maxSkew", JsonObject.of("type", "integer", "format", "int32"),
                        "topologyKey", TEXT,
                        "whenUnsatisfiable", TEXT)
                .with("required", List.of("maxSkew", "topologyKey", "whenUnsatisfiable")));
    }

    private static JsonObject intOrString() {
        return JsonObject.of(
                "anyOf",
                List.of(JsonObject.of("type", "integer"), JsonObject.of("type", "string")),
                "x-kubernetes-int-or-string",
                true);
    }

    private static JsonObject object(Object... properties) {
        return JsonObject.of("type", "object", "properties", JsonObject.of(properties));
    }

    private static JsonObject atomic(JsonObject schema) {
        return schema.with("x-kubernetes-map-type", "atomic");
    }

    private static JsonObject open(JsonObject schema) {
        return schema.with("x-kubernetes-preserve-unknown-fields", true);
    }
}
