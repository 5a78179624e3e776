package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;

/** Leases. */
final class LeaseStrategy implements Strategy {
    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        JsonObject spec = object.object("spec");
        if (spec.get("leaseDurationSeconds") instanceof Long seconds && seconds <= 0) {
            errors.add(FieldError.invalid("spec.leaseDurationSeconds", seconds, "must be greater than 0"));
        }
        FieldChecks.notNegative(spec, "leaseTransitions", "spec", errors);
    }
}
