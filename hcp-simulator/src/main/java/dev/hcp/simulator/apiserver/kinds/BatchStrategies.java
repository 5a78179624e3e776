package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.edit;
import static dev.hcp.simulator.apiserver.kinds.Trees.fill;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;
import java.util.Objects;

/** Jobs and cron jobs. */
final class BatchStrategies {
    private BatchStrategies() {}

    static final class ForJob implements Strategy {
        @Override
        public JsonObject defaults(JsonObject object) {
            JsonObject labels = object.object("spec", "template", "metadata", "labels");
            JsonObject result = labels.isEmpty() ? object : fill(object, labels, "metadata", "labels");
            result = edit(result, "spec", ForJob::specDefaults);
            return fill(result, JsonObject.EMPTY, "status");
        }

        static JsonObject specDefaults(JsonObject spec) {
            JsonObject result = edit(spec, "template", PodDefaults::template);
            if (result.get("completions") == null && result.get("parallelism") == null) {
                result = result.with("completions", 1L).with("parallelism", 1L);
            }
            result = fill(result, 1L, "parallelism");
            result = fill(result, 6L, "backoffLimit");
            result = fill(result, "NonIndexed", "completionMode");
            result = fill(result, false, "suspend");
            return fill(
                    result,
                    result.get("podFailurePolicy") != null ? "Failed" : "TerminatingOrFailed",
                    "podReplacementPolicy");
        }

        @Override
        public JsonObject prepareForCreate(JsonObject object, Allocator allocator) {
            JsonObject result = fill(object, false, "spec", "manualSelector");
            if (result.isTrue("spec", "manualSelector")) {
                return result;
            }
            String uid = Trees.text(result, "metadata", "uid");
            String name = Trees.text(result, "metadata", "name");
            result = result.withAt(uid, "spec", "selector", "matchLabels", "batch.kubernetes.io/controller-uid");
            for (String prefix : List.of("", "batch.kubernetes.io/")) {
                result = result.withAt(uid, "spec", "template", "metadata", "labels", prefix + "controller-uid");
                result = result.withAt(name, "spec", "template", "metadata", "labels", prefix + "job-name");
            }
            return result;
        }

        @Override
        public boolean changesGeneration(JsonObject object, JsonObject old) {
            return !Objects.equals(object.get("spec"), old.get("spec"));
        }

        @Override
        public void validate(JsonObject object, List<FieldError> errors) {
            String policy = Trees.text(object, "spec", "template", "spec", "restartPolicy");
            if (!policy.equals("OnFailure") && !policy.equals("Never")) {
                errors.add(FieldError.required(
                        "spec.template.spec.restartPolicy", "valid values: \"OnFailure\", \"Never\""));
            }
            WorkloadStrategies.checkContainers(object.object("spec", "template", "spec"), "spec.template.spec", errors);
        }

        @Override
        public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
            for (String field : List.of("completions", "selector", "completionMode")) {
                if (!Objects.equals(object.at("spec", field), old.at("spec", field))) {
                    errors.add(FieldError.invalid("spec." + field, object.at("spec", field), "field is immutable"));
                }
            }
            boolean startable = old.isTrue("spec", "suspend") && old.at("status", "startTime") == null;
            if (!startable && !Objects.equals(object.at("spec", "template"), old.at("spec", "template"))) {
                errors.add(FieldError.invalid("spec.template", object.at("spec", "template"), "field is immutable"));
            }
        }
    }

    static final class ForCronJob implements Strategy {
        @Override
        public JsonObject defaults(JsonObject object) {
            JsonObject result = edit(object, "spec", spec -> {
                JsonObject filled = fill(spec, "Allow", "concurrencyPolicy");
                filled = fill(filled, false, "suspend");
                filled = fill(filled, 3L, "successfulJobsHistoryLimit");
                filled = fill(filled, 1L, "failedJobsHistoryLimit");
                return edit(
                        filled,
                        "jobTemplate",
                        job -> edit(job, "spec", s -> edit(s, "template", PodDefaults::template)));
            });
            return fill(result, JsonObject.EMPTY, "status");
        }

        @Override
        public boolean changesGeneration(JsonObject object, JsonObject old) {
            return !Objects.equals(object.get("spec"), old.get("spec"));
        }

        @Override
        public void validate(JsonObject object, List<FieldError> errors) {
            String schedule = Trees.text(object, "spec", "schedule");
            if (schedule.isEmpty()) {
                errors.add(FieldError.required("spec.schedule", ""));
                return;
            }
            String[] fields = schedule.trim().split("\\s+");
            if (!schedule.startsWith("@") && fields.length != 5) {
                errors.add(FieldError.invalid(
                        "spec.schedule",
                        schedule,
                        "expected exactly 5 fields, found " + fields.length + ": [" + String.join(" ", fields) + "]"));
            }
        }
    }
}
