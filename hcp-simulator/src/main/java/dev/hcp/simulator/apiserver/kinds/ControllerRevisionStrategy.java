package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;
import java.util.Objects;

/** Controller revisions: a state that a controller remembers, and never changes. */
final class ControllerRevisionStrategy implements Strategy {
    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        if (object.get("data") == null) {
            errors.add(FieldError.required("data", "data is mandatory"));
        }
        Checks.notNegative(object, errors, "revision");
    }

    @Override
    public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
        validate(object, errors);
        if (!Objects.equals(object.get("data"), old.get("data"))) {
            errors.add(FieldError.invalid("data", object.get("data"), "field is immutable"));
        }
    }
}
