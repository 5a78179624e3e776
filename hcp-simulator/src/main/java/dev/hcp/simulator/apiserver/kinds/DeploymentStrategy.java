package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.fill;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.GoSyntax;
import java.util.List;

/** Deployments. */
final class DeploymentStrategy extends Workload {
    DeploymentStrategy() {
        super("ReplicaSet");
    }

    @Override
    JsonObject specDefaults(JsonObject spec) {
        JsonObject result = fill(spec, 1L, "replicas");
        result = fill(result, "RollingUpdate", "strategy", "type");
        if ("RollingUpdate".equals(result.text("strategy", "type"))) {
            result = fill(result, "25%", "strategy", "rollingUpdate", "maxUnavailable");
            result = fill(result, "25%", "strategy", "rollingUpdate", "maxSurge");
        }
        result = fill(result, 10L, "revisionHistoryLimit");
        return fill(result, 600L, "progressDeadlineSeconds");
    }

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        JsonObject spec = object.object("spec");
        FieldChecks.notNegative(spec, "replicas", "spec", errors);
        checkSelector(spec, "deployment", errors);
        checkSelects(spec, errors);
        PodSpecChecks.template(spec.object("template"), "spec.template", errors);
        checkRunsForever(spec, errors);
        checkStrategy(spec.object("strategy"), errors);
        FieldChecks.notNegative(spec, "minReadySeconds", "spec", errors);
        FieldChecks.notNegative(spec, "revisionHistoryLimit", "spec", errors);
        FieldChecks.notNegative(spec, "progressDeadlineSeconds", "spec", errors);
        if (spec.get("progressDeadlineSeconds") instanceof Long deadline
                && deadline <= spec.integer(0, "minReadySeconds")) {
            errors.add(FieldError.invalid(
                    "spec.progressDeadlineSeconds", deadline, "must be greater than minReadySeconds"));
        }
    }

    private static void checkStrategy(JsonObject strategy, List<FieldError> errors) {
        String type = Trees.text(strategy, "type");
        JsonObject update = strategy.object("rollingUpdate");
        switch (type) {
            case "Recreate" -> {
                if (strategy.get("rollingUpdate") != null) {
                    errors.add(FieldError.forbidden(
                            "spec.strategy.rollingUpdate", "may not be specified when strategy `type` is 'Recreate'"));
                }
            }
            case "RollingUpdate" -> checkRollingUpdate(update, errors);
            default ->
                errors.add(new FieldError(
                        "spec.strategy",
                        FieldError.Kind.NOT_SUPPORTED,
                        "apps.DeploymentStrategy{Type:" + GoSyntax.quote(type)
                                + ", RollingUpdate:(*apps.RollingUpdateDeployment)(nil)}",
                        "supported values: \"Recreate\", \"RollingUpdate\""));
        }
    }

    private static void checkRollingUpdate(JsonObject update, List<FieldError> errors) {
        String field = "spec.strategy.rollingUpdate.";
        Object unavailable = update.get("maxUnavailable");
        Object surge = update.get("maxSurge");
        FieldChecks.countOrPercent(unavailable, field + "maxUnavailable", errors);
        FieldChecks.countOrPercent(surge, field + "maxSurge", errors);
        if (FieldChecks.countOf(unavailable) == 0 && FieldChecks.countOf(surge) == 0) {
            errors.add(FieldError.invalidLiteral(
                    field + "maxUnavailable",
                    FieldChecks.goIntOrString(unavailable),
                    "may not be 0 when `maxSurge` is 0"));
        }
        FieldChecks.atMostHundredPercent(unavailable, field + "maxUnavailable", errors);
    }

    @Override
    public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
        validate(object, errors);
        checkSelectorUnchanged(object, old, errors);
    }
}
