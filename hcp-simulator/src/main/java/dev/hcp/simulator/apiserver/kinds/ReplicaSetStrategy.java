package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.fill;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import java.util.List;

/** Replica sets. */
final class ReplicaSetStrategy extends Workload {
    ReplicaSetStrategy() {
        super("ReplicaSet");
    }

    @Override
    JsonObject specDefaults(JsonObject spec) {
        return fill(spec, 1L, "replicas");
    }

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        JsonObject spec = object.object("spec");
        FieldChecks.notNegative(spec, "replicas", "spec", errors);
        FieldChecks.notNegative(spec, "minReadySeconds", "spec", errors);
        // The reference speaks of deployments here too.
        checkSelector(spec, "deployment", errors);
        checkSelects(spec, errors);
        PodSpecChecks.template(spec.object("template"), "spec.template", errors);
        checkRunsForever(spec, errors);
    }

    @Override
    public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
        validate(object, errors);
        checkSelectorUnchanged(object, old, errors);
    }
}
