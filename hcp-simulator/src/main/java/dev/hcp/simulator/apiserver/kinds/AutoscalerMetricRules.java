package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.NameRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a metric of an autoscaler has to look like: a source of its type, and a target that fits the source. */
final class AutoscalerMetricRules {
    private static final Map<String, String> SOURCES = Map.of(
            "ContainerResource", "containerResource",
            "External", "external",
            "Object", "object",
            "Pods", "pods",
            "Resource", "resource");
    private static final List<String> TYPES = List.of("ContainerResource", "External", "Object", "Pods", "Resource");
    private static final List<String> CHECKED_ORDER =
            List.of("object", "external", "pods", "resource", "containerResource");

    private final List<FieldError> errors;

    private AutoscalerMetricRules(List<FieldError> errors) {
        this.errors = errors;
    }

    static void check(JsonObject metric, String field, List<FieldError> errors) {
        new AutoscalerMetricRules(errors).metric(metric, field);
    }

    private void metric(JsonObject metric, String field) {
        String type = text(metric, "type");
        if (type.isEmpty()) {
            errors.add(FieldError.required(field + ".type", "must specify a metric source type"));
        }
        Checks.oneOf(field + ".type", type, TYPES, errors);
        List<String> present = new ArrayList<>();
        for (String source : CHECKED_ORDER) {
            if (metric.get(source) instanceof JsonObject each) {
                present.add(source);
                if (present.size() == 1) {
                    source(source, each, field + "." + source);
                }
            }
        }
        String expected = SOURCES.getOrDefault(type, "");
        if (!expected.isEmpty() && !present.contains(expected)) {
            errors.add(FieldError.required(
                    field + "." + expected, "must populate information for the given metric source"));
        }
        if (present.size() != 1) {
            present.remove(expected);
            for (String other : present) {
                errors.add(FieldError.forbidden(field + "." + other, "must populate the given metric source only"));
            }
        }
    }

    private void source(String source, JsonObject each, String field) {
        JsonObject target = each.object("target");
        switch (source) {
            case "object" -> {
                AutoscalerRules.checkReference(each.object("describedObject"), field + ".describedObject", errors);
                identifier(each.object("metric"), field + ".metric");
                target(target, field + ".target");
                if (target.get("value") == null && target.get("averageValue") == null) {
                    errors.add(FieldError.required(
                            field + ".target.averageValue", "must set either a target value or averageValue"));
                }
            }
            case "external" -> {
                identifier(each.object("metric"), field + ".metric");
                target(target, field + ".target");
                if (target.get("value") == null && target.get("averageValue") == null) {
                    errors.add(FieldError.required(
                            field + ".target.averageValue",
                            "must set either a target value for metric or a per-pod target"));
                } else if (target.get("value") != null && target.get("averageValue") != null) {
                    errors.add(FieldError.forbidden(
                            field + ".target.value",
                            "may not set both a target value for metric and a per-pod target"));
                }
            }
            case "pods" -> {
                identifier(each.object("metric"), field + ".metric");
                target(target, field + ".target");
                if (!isPositive(target.get("averageValue"))) {
                    errors.add(FieldError.required(
                            field + ".target.averageValue", "must specify a positive target averageValue"));
                }
            }
            default -> {
                named(each, "name", "must specify a resource name", field);
                if (source.equals("containerResource")) {
                    named(each, "container", "must specify a container", field);
                }
                target(target, field + ".target");
                boolean share = target.get("averageUtilization") != null;
                boolean amount = target.get("averageValue") != null;
                if (!share && !amount) {
                    errors.add(FieldError.required(
                            field + ".target.averageUtilization",
                            "must set either a target raw value or a target utilization"));
                } else if (share && amount) {
                    errors.add(FieldError.forbidden(
                            field + ".target.averageValue",
                            "may not set both a target raw value and a target utilization"));
                }
            }
        }
    }

    private void named(JsonObject source, String part, String words, String field) {
        if (text(source, part).isEmpty()) {
            errors.add(FieldError.required(field + "." + part, words));
        }
    }

    private void identifier(JsonObject metric, String field) {
        String name = text(metric, "name");
        if (name.isEmpty()) {
            errors.add(FieldError.required(field + ".name", "must specify a metric name"));
        } else {
            Checks.name(field + ".name", name, NameRule.PATH_SEGMENT, errors);
        }
    }

    private void target(JsonObject target, String field) {
        String type = text(target, "type");
        if (type.isEmpty()) {
            errors.add(FieldError.required(field + ".type", "must specify a metric target type"));
        }
        if (!List.of("Utilization", "Value", "AverageValue").contains(type)) {
            errors.add(FieldError.invalid(field + ".type", type, "must be either Utilization, Value, or AverageValue"));
        }
        for (String amount : List.of("value", "averageValue")) {
            Object value = target.get(amount);
            if (value != null && !isPositive(value)) {
                errors.add(FieldError.invalidLiteral(field + "." + amount, Amounts.literal(value), "must be positive"));
            }
        }
        if (target.get("averageUtilization") instanceof Long share && share < 1) {
            errors.add(FieldError.invalid(field + ".averageUtilization", share, "must be greater than 0"));
        }
    }

    private static boolean isPositive(@Nullable Object amount) {
        return Amounts.number(amount).map(number -> number.signum() > 0).orElse(false);
    }
}
