package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.BuiltInColumns.column;
import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of autoscalers. */
final class AutoscalerColumns {
    private static final int MOST_METRICS = 2;
    private static final String UNKNOWN = "<unknown>";

    private AutoscalerColumns() {}

    static List<Column> columns(Column name, Column age) {
        return List.of(
                name,
                column(
                        "Reference",
                        scaler -> text(scaler, "spec", "scaleTargetRef", "kind") + "/"
                                + text(scaler, "spec", "scaleTargetRef", "name")),
                column("Targets", AutoscalerColumns::targets),
                column("MinPods", scaler -> orUnset(scaler.at("spec", "minReplicas"))),
                column("MaxPods", scaler -> scaler.integer(0, "spec", "maxReplicas")),
                column("Replicas", scaler -> scaler.integer(0, "status", "currentReplicas")),
                age);
    }

    private static String orUnset(@Nullable Object value) {
        return value == null ? "<unset>" : String.valueOf(value);
    }

    private static String targets(JsonObject scaler) {
        JsonArray metrics = scaler.array("spec", "metrics");
        if (metrics.isEmpty()) {
            return "<none>";
        }
        JsonArray current = scaler.array("status", "currentMetrics");
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < Math.min(metrics.size(), MOST_METRICS); i++) {
            shown.add(target(metrics.object(i), i < current.size() ? current.object(i) : JsonObject.EMPTY));
        }
        String all = String.join(", ", shown);
        int more = metrics.size() - MOST_METRICS;
        return more > 0 ? all + " + " + more + " more..." : all;
    }

    private static String target(JsonObject metric, JsonObject current) {
        return switch (text(metric, "type")) {
            case "External" -> amount(metric.object("external"), current.object("external"), "value", true);
            case "Object" -> amount(metric.object("object"), current.object("object"), "value", true);
            case "Pods" -> amount(metric.object("pods"), current.object("pods"), "averageValue", false);
            case "Resource" -> share(metric.object("resource"), current.object("resource"));
            case "ContainerResource" -> share(metric.object("containerResource"), current.object("containerResource"));
            default -> "<unknown type>";
        };
    }

    private static String amount(JsonObject metric, JsonObject current, String member, boolean averageFirst) {
        Object average = metric.at("target", "averageValue");
        if (averageFirst && average != null) {
            return orUnknown(current.at("current", "averageValue")) + "/" + average + " (avg)";
        }
        return orUnknown(current.at("current", member)) + "/" + orUnknown(metric.at("target", member));
    }

    private static String share(JsonObject metric, JsonObject current) {
        String name = text(metric, "name");
        Object average = metric.at("target", "averageValue");
        if (average != null) {
            return name + ": " + orUnknown(current.at("current", "averageValue")) + "/" + average;
        }
        Object now = current.at("current", "averageUtilization");
        Object wanted = metric.at("target", "averageUtilization");
        return name + ": " + (now == null ? UNKNOWN : now + "%") + "/" + (wanted == null ? "<auto>" : wanted + "%");
    }

    private static String orUnknown(@Nullable Object amount) {
        return amount == null ? UNKNOWN : String.valueOf(amount);
    }
}
