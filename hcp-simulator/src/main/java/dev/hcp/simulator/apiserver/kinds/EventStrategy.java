package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.ObjectNames;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;
import java.util.Objects;

/**
 * Events as their own group takes them. The names in complaints are those of the core group, as in the reference, which
 * checks what it converted.
 */
final class EventStrategy implements Strategy {
    private static final int LONGEST = 128;
    private static final int LONGEST_NOTE = 1024;

    private static final List<String> UNCHANGEABLE = List.of(
            "involvedObject",
            "reason",
            "message",
            "type",
            "source",
            "firstTimestamp",
            "lastTimestamp",
            "count",
            "eventTime",
            "action",
            "related",
            "reportingController",
            "reportingInstance");
    private static final EventConversion CONVERSION = new EventConversion();

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        JsonObject event = CONVERSION.convert(object, "v1");
        checkCommon(event, errors);
        checkSeries(event, errors);
        if (text(event, "eventTime").isEmpty()) {
            errors.add(FieldError.required("eventTime", ""));
        }
        String type = text(event, "type");
        if (!type.equals("Normal") && !type.equals("Warning")) {
            errors.add(FieldError.invalid("type", "", "has invalid value: " + type));
        }
        for (String field : List.of("firstTimestamp", "lastTimestamp")) {
            unset(!text(event, field).isEmpty(), field, errors);
        }
        unset(event.integer(0, "count") != 0, "count", errors);
        unset(
                !text(event, "source", "component").isEmpty()
                        || !text(event, "source", "host").isEmpty(),
                "source",
                errors);
    }

    private static void unset(boolean isSet, String field, List<FieldError> errors) {
        if (isSet) {
            errors.add(FieldError.invalid(field, "", "needs to be unset"));
        }
    }

    /** What holds for an event of any group. */
    private static void checkCommon(JsonObject event, List<FieldError> errors) {
        String namespace = text(event, "metadata", "namespace");
        String involved = text(event, "involvedObject", "namespace");
        boolean timed = !text(event, "eventTime").isEmpty();
        boolean fits;
        if (timed) {
            fits = !involved.isEmpty() || namespace.equals("default") || namespace.equals("kube-system");
        } else {
            fits = involved.isEmpty() ? namespace.equals("default") : involved.equals(namespace);
        }
        if (!fits) {
            errors.add(FieldError.invalid("involvedObject.namespace", involved, "does not match event.namespace"));
        }
        if (timed) {
            checkReporter(event, errors);
        }
    }

    private static void checkReporter(JsonObject event, List<FieldError> errors) {
        String reporter = text(event, "reportingComponent");
        if (reporter.isEmpty()) {
            errors.add(FieldError.required("reportingController", ""));
        }
        for (String problem : ObjectNames.qualifiedNameProblems(reporter)) {
            errors.add(FieldError.invalid("reportingController", reporter, problem));
        }
        bounded(event, "reportingInstance", "repotingIntance", errors);
        bounded(event, "action", "action", errors);
        bounded(event, "reason", "reason", errors);
        if (text(event, "message").length() > LONGEST_NOTE) {
            errors.add(FieldError.invalid("message", "", "can have at most " + LONGEST_NOTE + " characters"));
        }
    }

    /** A text that must be there and not be too long; the reference misspells one field when it is. */
    private static void bounded(JsonObject event, String field, String whenTooLong, List<FieldError> errors) {
        int length = text(event, field).length();
        if (length == 0) {
            errors.add(FieldError.required(field, ""));
        } else if (length > LONGEST) {
            errors.add(FieldError.invalid(whenTooLong, "", "can have at most " + LONGEST + " characters"));
        }
    }

    private static void checkSeries(JsonObject event, List<FieldError> errors) {
        if (!(event.get("series") instanceof JsonObject series)) {
            return;
        }
        if (series.integer(0, "count") < 2) {
            errors.add(FieldError.invalid("series.count", "", "should be at least 2"));
        }
        if (text(series, "lastObservedTime").isEmpty()) {
            errors.add(FieldError.required("series.lastObservedTime", ""));
        }
    }

    @Override
    public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
        JsonObject event = CONVERSION.convert(object, "v1");
        JsonObject before = CONVERSION.convert(old, "v1");
        checkCommon(event, errors);
        checkSeries(event, errors);
        for (String field : UNCHANGEABLE) {
            String stored = field.equals("reportingController") ? "reportingComponent" : field;
            if (!Objects.equals(event.get(stored), before.get(stored))) {
                errors.add(FieldError.invalid(field, event.get(stored), "field is immutable"));
            }
        }
    }
}
