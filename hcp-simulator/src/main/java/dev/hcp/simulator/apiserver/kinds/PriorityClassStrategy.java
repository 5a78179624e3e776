package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.fill;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Priority classes, of which only the description and the default may change. */
final class PriorityClassStrategy implements Strategy {
    private static final long HIGHEST = 1_000_000_000L;
    private static final Set<String> SYSTEM = Set.of("system-cluster-critical", "system-node-critical");
    private static final List<String> POLICIES = List.of("PreemptLowerPriority", "Never");

    @Override
    public JsonObject defaults(JsonObject object) {
        return fill(object, "PreemptLowerPriority", "preemptionPolicy");
    }

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        String name = Trees.text(object, "metadata", "name");
        if (name.startsWith("system-")) {
            if (!SYSTEM.contains(name)) {
                errors.add(FieldError.forbidden(
                        "metadata.name",
                        "priority class names with 'system-' prefix are reserved for system use only. error: " + name
                                + " is not a known system priority class"));
            }
        } else if (object.integer(0, "value") > HIGHEST) {
            errors.add(FieldError.forbidden("value", "maximum allowed value of a user defined priority is " + HIGHEST));
        }
        FieldChecks.oneOf(Trees.text(object, "preemptionPolicy"), POLICIES, "preemptionPolicy", errors);
    }

    @Override
    public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
        if (object.integer(0, "value") != old.integer(0, "value")) {
            errors.add(FieldError.forbidden("value", "may not be changed in an update."));
        }
        if (!Objects.equals(object.get("preemptionPolicy"), old.get("preemptionPolicy"))) {
            errors.add(FieldError.invalid("preemptionPolicy", object.get("preemptionPolicy"), FieldChecks.IMMUTABLE));
        }
    }
}
