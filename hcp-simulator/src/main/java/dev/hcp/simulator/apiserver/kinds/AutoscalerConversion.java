package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.JsonSyntaxException;
import dev.hcp.simulator.apiserver.catalogue.VersionConversion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Autoscalers between version 2, in which they are stored, and version 1, which has fields for the processor only and
 * carries everything else in annotations.
 */
final class AutoscalerConversion implements VersionConversion {
    static final String VERSION_1 = "autoscaling/v1";
    static final String VERSION_2 = "autoscaling/v2";

    private static final String PREFIX = "autoscaling.alpha.kubernetes.io/";
    private static final List<String> ANNOTATIONS = List.of("metrics", "behavior", "current-metrics", "conditions");
    private static final String TARGET = "targetCPUUtilizationPercentage";
    private static final String CURRENT = "currentCPUUtilizationPercentage";

    @Override
    public JsonObject convert(JsonObject object, String apiVersion) {
        return apiVersion.equals(VERSION_1) ? toVersion1(object) : toVersion2(object);
    }

    private static JsonObject toVersion1(JsonObject object) {
        JsonObject spec = object.object("spec");
        JsonObject status = object.object("status");
        JsonObject annotations = withoutCarried(object.object("metadata", "annotations"));
        List<Object> others = new ArrayList<>();
        Long target = null;
        JsonArray metrics = spec.array("metrics");
        for (int i = 0; i < metrics.size(); i++) {
            JsonObject metric = metrics.object(i);
            if (isProcessor(metric) && metric.at("resource", "target", "averageUtilization") instanceof Long percent) {
                target = target == null ? percent : target;
            } else {
                others.add(AutoscalerMetrics.SPEC.toVersion1(metric));
            }
        }
        List<Object> current = new ArrayList<>();
        Object percentNow = null;
        JsonArray measured = status.array("currentMetrics");
        for (int i = 0; i < measured.size(); i++) {
            JsonObject metric = measured.object(i);
            current.add(AutoscalerMetrics.STATUS.toVersion1(metric));
            if (isProcessor(metric) && percentNow == null) {
                percentNow = metric.at("resource", "current", "averageUtilization");
            }
        }
        annotations = carried(annotations, "metrics", JsonArray.copyOf(others));
        annotations = carried(annotations, "behavior", spec.get("behavior"));
        annotations = carried(annotations, "current-metrics", JsonArray.copyOf(current));
        annotations = carried(annotations, "conditions", status.array("conditions"));
        spec = withOrWithout(spec.without("metrics").without("behavior"), TARGET, target);
        status = withOrWithout(status.without("currentMetrics").without("conditions"), CURRENT, percentNow);
        return withAnnotations(object, annotations)
                .with("apiVersion", VERSION_1)
                .with("spec", spec)
                .with("status", status);
    }

    private static JsonObject toVersion2(JsonObject object) {
        JsonObject annotations = object.object("metadata", "annotations");
        JsonObject spec = object.object("spec");
        JsonObject status = object.object("status");
        List<Object> metrics = new ArrayList<>();
        for (Object metric : list(annotations, "metrics")) {
            metrics.add(AutoscalerMetrics.SPEC.toVersion2(metric instanceof JsonObject each ? each : JsonObject.EMPTY));
        }
        if (spec.get(TARGET) instanceof Long percent) {
            metrics.add(processor(percent));
        }
        if (metrics.isEmpty()) {
            metrics.add(processor(AutoscalerStrategies.DEFAULT_UTILIZATION));
        }
        List<Object> current = new ArrayList<>();
        for (Object metric : list(annotations, "current-metrics")) {
            current.add(
                    AutoscalerMetrics.STATUS.toVersion2(metric instanceof JsonObject each ? each : JsonObject.EMPTY));
        }
        spec = spec.without(TARGET).with("metrics", JsonArray.copyOf(metrics));
        spec = withOrWithout(spec, "behavior", read(annotations, "behavior").orElse(null));
        status = status.without(CURRENT);
        status = current.isEmpty() ? status : status.with("currentMetrics", JsonArray.copyOf(current));
        JsonArray conditions = list(annotations, "conditions");
        status = conditions.isEmpty() ? status : status.with("conditions", conditions);
        return withAnnotations(object, withoutCarried(annotations))
                .with("apiVersion", VERSION_2)
                .with("spec", spec)
                .with("status", status);
    }

    /** The metric of version 1's only target. */
    static JsonObject processor(long percent) {
        return JsonObject.of(
                "type",
                "Resource",
                "resource",
                JsonObject.of(
                        "name", "cpu", "target", JsonObject.of("type", "Utilization", "averageUtilization", percent)));
    }

    private static boolean isProcessor(JsonObject metric) {
        return "Resource".equals(metric.text("type")) && "cpu".equals(metric.text("resource", "name"));
    }

    private static JsonObject withOrWithout(JsonObject object, String name, @Nullable Object value) {
        return value == null ? object.without(name) : object.with(name, value);
    }

    private static JsonObject carried(JsonObject annotations, String name, @Nullable Object value) {
        boolean empty = value == null || (value instanceof JsonArray array && array.isEmpty());
        return empty ? annotations : annotations.with(PREFIX + name, AutoscalerMetrics.write(value));
    }

    private static JsonObject withoutCarried(JsonObject annotations) {
        JsonObject result = annotations;
        for (String name : ANNOTATIONS) {
            result = result.without(PREFIX + name);
        }
        return result;
    }

    private static JsonObject withAnnotations(JsonObject object, JsonObject annotations) {
        if (annotations.isEmpty() && object.object("metadata", "annotations").isEmpty()) {
            return object;
        }
        return annotations.isEmpty()
                ? object.withoutAt("metadata", "annotations")
                : object.withAt(annotations, "metadata", "annotations");
    }

    /** What an annotation carries; a text that cannot be read carries nothing. */
    private static Optional<Object> read(JsonObject annotations, String name) {
        String text = annotations.text(PREFIX + name);
        try {
            return text == null ? Optional.empty() : Optional.ofNullable(Json.parse(text));
        } catch (JsonSyntaxException e) {
            return Optional.empty();
        }
    }

    private static JsonArray list(JsonObject annotations, String name) {
        return read(annotations, name)
                .filter(JsonArray.class::isInstance)
                .map(JsonArray.class::cast)
                .orElse(JsonArray.EMPTY);
    }
}
