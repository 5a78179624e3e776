package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;

/** Events of the core group: little is asked of them, and more of those that have an event time. */
final class CoreEventStrategy implements Strategy {
    private static final int LONGEST_TEXT = 128;
    private static final int LONGEST_MESSAGE = 1024;

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        String namespace = text(object, "metadata", "namespace");
        String involved = text(object, "involvedObject", "namespace");
        boolean agree =
                involved.isEmpty() ? namespace.isEmpty() || namespace.equals("default") : involved.equals(namespace);
        if (!agree) {
            errors.add(FieldError.invalid("involvedObject.namespace", involved, "does not match event.namespace"));
        }
        if (object.get("eventTime") == null) {
            return;
        }
        if (FieldChecks.requiredAtRoot(object, "reportingComponent", errors)) {
            LabelChecks.key(text(object, "reportingComponent"), "reportingComponent", errors);
        }
        for (String name : List.of("reportingInstance", "action", "reason")) {
            if (FieldChecks.requiredAtRoot(object, name, errors)
                    && text(object, name).length() > LONGEST_TEXT) {
                errors.add(FieldError.invalid(name, "", "can have at most " + LONGEST_TEXT + " characters"));
            }
        }
        if (text(object, "message").length() > LONGEST_MESSAGE) {
            errors.add(FieldError.invalid("message", "", "can have at most " + LONGEST_MESSAGE + " characters"));
        }
    }
}
