package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One metric of an autoscaler between the nested form of version 2 and the flat form of version 1. */
enum AutoscalerMetrics {
    /** What is aimed at. */
    SPEC("target"),
    /** What was measured. */
    STATUS("current");

    private static final List<String> SOURCES = List.of("object", "pods", "resource", "containerResource", "external");

    /** The members of version 1's structures in the order in which Go writes them. */
    private static final List<String> WRITTEN_ORDER = List.of(
            "type",
            "status",
            "lastTransitionTime",
            "reason",
            "message",
            "value",
            "periodSeconds",
            "scaleUp",
            "scaleDown",
            "stabilizationWindowSeconds",
            "selectPolicy",
            "policies",
            "object",
            "pods",
            "resource",
            "containerResource",
            "external",
            "kind",
            "name",
            "apiVersion",
            "target",
            "metricName",
            "metricSelector",
            "targetValue",
            "targetAverageUtilization",
            "targetAverageValue",
            "currentValue",
            "currentAverageUtilization",
            "currentAverageValue",
            "selector",
            "averageValue",
            "container",
            "matchLabels",
            "matchExpressions",
            "key",
            "operator",
            "values");

    /** What version 2 calls the nested amount, and version 1 puts before the names of its parts. */
    private final String amount;

    AutoscalerMetrics(String amount) {
        this.amount = amount;
    }

    JsonObject toVersion1(JsonObject metric) {
        JsonObject result = JsonObject.of("type", metric.get("type"));
        for (String source : SOURCES) {
            if (metric.get(source) instanceof JsonObject each) {
                result = result.with(source, flat(source, each));
            }
        }
        return result;
    }

    private JsonObject flat(String source, JsonObject each) {
        JsonObject parts = each.object(amount);
        JsonObject.Builder flat = JsonObject.builder(6);
        flat.putIfPresent("name", each.get("name")).putIfPresent("container", each.get("container"));
        flat.putIfPresent("target", each.get("describedObject"));
        flat.putIfPresent("metricName", each.at("metric", "name"));
        flat.putIfPresent(selectorName(source), each.at("metric", "selector"));
        flat.putIfPresent(amount + "AverageUtilization", parts.get("averageUtilization"));
        flat.putIfPresent(averageName(source), parts.get("averageValue"));
        if (source.equals("object")) {
            // Version 1 cannot leave this one out.
            Object value = parts.get("value");
            return flat.put(amount + "Value", value == null ? "0" : value).build();
        }
        return flat.putIfPresent(amount + "Value", parts.get("value")).build();
    }

    JsonObject toVersion2(JsonObject metric) {
        JsonObject result = JsonObject.of("type", metric.get("type"));
        for (String source : SOURCES) {
            if (metric.get(source) instanceof JsonObject each) {
                result = result.with(source, deep(source, each));
            }
        }
        return result;
    }

    private JsonObject deep(String source, JsonObject each) {
        JsonObject.Builder deep = JsonObject.builder(5).put(amount, parts(source, each));
        deep.putIfPresent("name", each.get("name")).putIfPresent("container", each.get("container"));
        deep.putIfPresent("describedObject", each.get("target"));
        if (each.get("metricName") != null) {
            JsonObject identifier = JsonObject.of("name", each.get("metricName"));
            Object selector = each.get(selectorName(source));
            deep.put("metric", selector == null ? identifier : identifier.with("selector", selector));
        }
        return deep.build();
    }

    private JsonObject parts(String source, JsonObject each) {
        Object utilization = each.get(amount + "AverageUtilization");
        Object average = each.get(averageName(source));
        Object value = each.get(amount + "Value");
        boolean objectAverage = source.equals("object") && average != null;
        JsonObject.Builder parts = JsonObject.builder(3)
                .putIfPresent("averageUtilization", utilization)
                .putIfPresent("averageValue", average)
                .putIfPresent("value", objectAverage ? null : value);
        if (this == SPEC) {
            parts.put("type", utilization != null ? "Utilization" : average != null ? "AverageValue" : "Value");
        }
        return parts.build();
    }

    private String averageName(String source) {
        return source.equals("object") ? "averageValue" : amount + "AverageValue";
    }

    private static String selectorName(String source) {
        return source.equals("external") ? "metricSelector" : "selector";
    }

    /** The text that Go would write of a value of version 1. */
    static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        if (value instanceof JsonObject object) {
            List<Map.Entry<String, @Nullable Object>> entries = new ArrayList<>(object.entrySet());
            entries.sort(Comparator.comparingInt(entry -> WRITTEN_ORDER.indexOf(entry.getKey())));
            out.append('{');
            String separator = "";
            for (Map.Entry<String, @Nullable Object> entry : entries) {
                out.append(separator).append(Json.write(entry.getKey())).append(':');
                write(entry.getValue(), out);
                separator = ",";
            }
            out.append('}');
        } else if (value instanceof JsonArray array) {
            out.append('[');
            String separator = "";
            for (Object item : array) {
                out.append(separator);
                write(item, out);
                separator = ",";
            }
            out.append(']');
        } else {
            out.append(Json.write(value));
        }
    }
}
