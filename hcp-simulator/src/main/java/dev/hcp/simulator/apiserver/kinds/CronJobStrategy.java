package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.edit;
import static dev.hcp.simulator.apiserver.kinds.Trees.fill;
import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/** Cron jobs, whose names leave room for the suffixes of their jobs. */
final class CronJobStrategy implements Strategy {
    private static final int LONGEST_NAME = 52;

    @Override
    public JsonObject defaults(JsonObject object) {
        return edit(object, "spec", spec -> {
            JsonObject filled = fill(spec, "Allow", "concurrencyPolicy");
            filled = fill(filled, false, "suspend");
            filled = fill(filled, 3L, "successfulJobsHistoryLimit");
            filled = fill(filled, 1L, "failedJobsHistoryLimit");
            return edit(
                    filled, "jobTemplate", job -> edit(job, "spec", s -> edit(s, "template", PodDefaults::template)));
        });
    }

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        checkSpec(object, errors);
        String name = text(object, "metadata", "name");
        if (name.length() > LONGEST_NAME) {
            errors.add(
                    FieldError.invalid("metadata.name", name, "must be no more than " + LONGEST_NAME + " characters"));
        }
    }

    @Override
    public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
        checkSpec(object, errors);
    }

    private static void checkSpec(JsonObject object, List<FieldError> errors) {
        JsonObject spec = object.object("spec");
        String schedule = text(spec, "schedule");
        if (schedule.isEmpty()) {
            errors.add(FieldError.required("spec.schedule", ""));
        } else if (schedule.contains("TZ")) {
            errors.add(FieldError.invalid(
                    "spec.schedule", schedule, "cannot use TZ or CRON_TZ in schedule, use timeZone field instead"));
        } else {
            CronSchedule.problem(schedule)
                    .ifPresent(problem -> errors.add(FieldError.invalid("spec.schedule", schedule, problem)));
        }
        checkTimeZone(spec, errors);
        FieldChecks.notNegative(spec, "startingDeadlineSeconds", "spec", errors);
        FieldChecks.oneOf(
                text(spec, "concurrencyPolicy"),
                List.of("Allow", "Forbid", "Replace"),
                "spec.concurrencyPolicy",
                errors);
        JobStrategy.checkSpec(spec.object("jobTemplate", "spec"), "spec.jobTemplate.spec", errors);
        FieldChecks.notNegative(spec, "successfulJobsHistoryLimit", "spec", errors);
        FieldChecks.notNegative(spec, "failedJobsHistoryLimit", "spec", errors);
    }

    private static void checkTimeZone(JsonObject spec, List<FieldError> errors) {
        if (!(spec.get("timeZone") instanceof String zone)) {
            return;
        }
        if (zone.isEmpty()) {
            errors.add(FieldError.invalid("spec.timeZone", zone, "timeZone must be nil or non-empty string"));
        } else if (zone.equalsIgnoreCase("Local")) {
            errors.add(FieldError.invalid(
                    "spec.timeZone",
                    zone,
                    "timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones"));
        } else {
            try {
                ZoneId.of(zone);
            } catch (DateTimeException e) {
                errors.add(FieldError.invalid("spec.timeZone", zone, "unknown time zone " + zone));
            }
        }
    }
}
