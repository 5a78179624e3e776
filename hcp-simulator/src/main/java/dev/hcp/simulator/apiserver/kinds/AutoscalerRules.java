package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.NameRule;
import java.util.List;

/** What an autoscaler of version 2 has to look like. */
final class AutoscalerRules {
    private static final long LONGEST_WINDOW = 3600;
    private static final long LONGEST_PERIOD = 1800;

    private AutoscalerRules() {}

    static void check(JsonObject object, List<FieldError> errors) {
        JsonObject spec = object.object("spec");
        long least = spec.integer(1, "minReplicas");
        long most = spec.integer(0, "maxReplicas");
        if (least < 1) {
            errors.add(FieldError.invalid("spec.minReplicas", least, "must be greater than or equal to 1"));
        }
        if (most < 1) {
            errors.add(FieldError.invalid("spec.maxReplicas", most, "must be greater than 0"));
        }
        if (most < least) {
            errors.add(FieldError.invalid("spec.maxReplicas", most, "must be greater than or equal to `minReplicas`"));
        }
        checkReference(spec.object("scaleTargetRef"), "spec.scaleTargetRef", errors);
        JsonArray metrics = spec.array("metrics");
        for (int i = 0; i < metrics.size(); i++) {
            AutoscalerMetricRules.check(metrics.object(i), "spec.metrics[" + i + "]", errors);
        }
        for (String direction : List.of("scaleUp", "scaleDown")) {
            if (spec.at("behavior", direction) instanceof JsonObject rules) {
                checkScaling(rules, "spec.behavior." + direction, errors);
            }
        }
    }

    /** A reference to an object of any kind. */
    static void checkReference(JsonObject reference, String field, List<FieldError> errors) {
        for (String part : List.of("kind", "name")) {
            String value = text(reference, part);
            if (value.isEmpty()) {
                errors.add(FieldError.required(field + "." + part, ""));
            } else {
                Checks.name(field + "." + part, value, NameRule.PATH_SEGMENT, errors);
            }
        }
    }

    private static void checkScaling(JsonObject rules, String field, List<FieldError> errors) {
        if (rules.get("stabilizationWindowSeconds") instanceof Long window) {
            String at = field + ".stabilizationWindowSeconds";
            if (window < 0) {
                errors.add(FieldError.invalid(at, window, "must be greater than or equal to zero"));
            } else if (window > LONGEST_WINDOW) {
                errors.add(FieldError.invalid(at, window, "must be less than or equal to " + LONGEST_WINDOW));
            }
        }
        Checks.oneOf(field + ".selectPolicy", text(rules, "selectPolicy"), List.of("Disabled", "Max", "Min"), errors);
        JsonArray policies = rules.array("policies");
        if (policies.isEmpty()) {
            errors.add(FieldError.required(field + ".policies", "must specify at least one Policy"));
        }
        for (int i = 0; i < policies.size(); i++) {
            JsonObject policy = policies.object(i);
            String at = field + ".policies[" + i + "]";
            Checks.oneOf(at + ".type", text(policy, "type"), List.of("Percent", "Pods"), errors);
            for (String number : List.of("value", "periodSeconds")) {
                long value = policy.integer(0, number);
                if (value <= 0) {
                    errors.add(FieldError.invalid(at + "." + number, value, "must be greater than zero"));
                }
            }
            long period = policy.integer(0, "periodSeconds");
            if (period > LONGEST_PERIOD) {
                errors.add(FieldError.invalid(
                        at + ".periodSeconds", period, "must be less than or equal to " + LONGEST_PERIOD));
            }
        }
    }
}
