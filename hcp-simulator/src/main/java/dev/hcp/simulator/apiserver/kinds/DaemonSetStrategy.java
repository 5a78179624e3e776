package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.fill;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.GoSyntax;
import java.util.List;
import java.util.Objects;

/** Daemon sets, which count the generations of their template in an annotation. */
final class DaemonSetStrategy extends Workload {
    private static final String[] TEMPLATE_GENERATION = {
        "metadata", "annotations", "deprecated.daemonset.template.generation"
    };

    DaemonSetStrategy() {
        super("DaemonSet");
    }

    @Override
    JsonObject specDefaults(JsonObject spec) {
        JsonObject result = fill(spec, "RollingUpdate", "updateStrategy", "type");
        if ("RollingUpdate".equals(result.text("updateStrategy", "type"))) {
            result = fill(result, 1L, "updateStrategy", "rollingUpdate", "maxUnavailable");
            result = fill(result, 0L, "updateStrategy", "rollingUpdate", "maxSurge");
        }
        return fill(result, 10L, "revisionHistoryLimit");
    }

    @Override
    public JsonObject prepareForCreate(JsonObject object, Allocator allocator) {
        return object.withAt("1", TEMPLATE_GENERATION);
    }

    @Override
    public JsonObject prepareForUpdate(JsonObject object, JsonObject old, Allocator allocator) {
        String before = Trees.text(old, TEMPLATE_GENERATION);
        boolean changed = !Objects.equals(object.at("spec", "template"), old.at("spec", "template"));
        return object.withAt(changed ? next(before) : before, TEMPLATE_GENERATION);
    }

    private static String next(String generation) {
        try {
            return Long.toString(Long.parseLong(generation) + 1);
        } catch (NumberFormatException e) {
            // Somebody wrote something else into the annotation: counting begins anew, as in the reference.
            return "1";
        }
    }

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        JsonObject spec = object.object("spec");
        JsonObject selector = spec.object("selector");
        LabelChecks.selector(selector, "spec.selector", errors);
        checkSelects(spec, errors);
        if (spec.get("selector") != null && LabelChecks.isEmpty(selector)) {
            errors.add(FieldError.invalidLiteral(
                    "spec.selector", LabelChecks.goSelector(selector), "empty selector is invalid for daemonset"));
        }
        PodSpecChecks.template(spec.object("template"), "spec.template", errors);
        checkRunsForever(spec, errors);
        FieldChecks.notNegative(spec, "minReadySeconds", "spec", errors);
        checkStrategy(spec.object("updateStrategy"), errors);
        FieldChecks.notNegative(spec, "revisionHistoryLimit", "spec", errors);
    }

    private static void checkStrategy(JsonObject strategy, List<FieldError> errors) {
        String field = "spec.updateStrategy.rollingUpdate.";
        String type = Trees.text(strategy, "type");
        if (type.equals("OnDelete")) {
            return;
        }
        if (!type.equals("RollingUpdate")) {
            errors.add(new FieldError(
                    "spec.updateStrategy",
                    FieldError.Kind.NOT_SUPPORTED,
                    "apps.DaemonSetUpdateStrategy{Type:" + GoSyntax.quote(type)
                            + ", RollingUpdate:(*apps.RollingUpdateDaemonSet)(nil)}",
                    "supported values: \"RollingUpdate\", \"OnDelete\""));
            return;
        }
        Object unavailable = strategy.at("rollingUpdate", "maxUnavailable");
        Object surge = strategy.at("rollingUpdate", "maxSurge");
        FieldChecks.countOrPercent(unavailable, field + "maxUnavailable", errors);
        FieldChecks.atMostHundredPercent(unavailable, field + "maxUnavailable", errors);
        FieldChecks.countOrPercent(surge, field + "maxSurge", errors);
        FieldChecks.atMostHundredPercent(surge, field + "maxSurge", errors);
        boolean fewer = FieldChecks.countOf(unavailable) != 0;
        boolean more = FieldChecks.countOf(surge) != 0;
        if (fewer && more) {
            errors.add(FieldError.invalidLiteral(
                    field + "maxSurge",
                    FieldChecks.goIntOrString(surge),
                    "may not be set when maxUnavailable is non-zero"));
        } else if (!fewer && !more) {
            errors.add(FieldError.required(field + "maxUnavailable", "cannot be 0 when maxSurge is 0"));
        }
    }

    @Override
    public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
        validate(object, errors);
        checkSelectorUnchanged(object, old, errors);
    }
}
