package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.edit;
import static dev.hcp.simulator.apiserver.kinds.Trees.fill;
import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;
import java.util.Objects;

/** Jobs, whose pods are told from those of other jobs by labels that the server makes. */
final class JobStrategy implements Strategy {
    private static final String CONTROLLER_UID = "batch.kubernetes.io/controller-uid";
    private static final List<String> MODES = List.of("NonIndexed", "Indexed");

    @Override
    public JsonObject defaults(JsonObject object) {
        JsonObject labels = object.object("spec", "template", "metadata", "labels");
        JsonObject result = labels.isEmpty() ? object : fill(object, labels, "metadata", "labels");
        return edit(result, "spec", JobStrategy::specDefaults);
    }

    private static JsonObject specDefaults(JsonObject spec) {
        JsonObject result = edit(spec, "template", PodDefaults::template);
        if (result.get("completions") == null && result.get("parallelism") == null) {
            result = result.with("completions", 1L).with("parallelism", 1L);
        }
        result = fill(result, 1L, "parallelism");
        result = fill(result, result.get("backoffLimitPerIndex") == null ? 6L : Integer.MAX_VALUE, "backoffLimit");
        result = fill(result, "NonIndexed", "completionMode");
        result = fill(result, false, "suspend");
        result = fill(result, false, "manualSelector");
        return fill(
                result,
                result.get("podFailurePolicy") != null ? "Failed" : "TerminatingOrFailed",
                "podReplacementPolicy");
    }

    @Override
    public JsonObject prepareForCreate(JsonObject object, Allocator allocator) {
        if (object.isTrue("spec", "manualSelector")) {
            return object;
        }
        String uid = text(object, "metadata", "uid");
        String name = text(object, "metadata", "name");
        JsonObject result = fill(object, uid, "spec", "selector", "matchLabels", CONTROLLER_UID);
        for (String prefix : List.of("", "batch.kubernetes.io/")) {
            result = fill(result, name, "spec", "template", "metadata", "labels", prefix + "job-name");
            result = fill(result, uid, "spec", "template", "metadata", "labels", prefix + "controller-uid");
        }
        // The reference fills in defaults whenever it reads: a job without labels shows those of its pods.
        return fill(result, result.object("spec", "template", "metadata", "labels"), "metadata", "labels");
    }

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        JsonObject spec = object.object("spec");
        JsonObject selector = spec.object("selector");
        if (!spec.isTrue("manualSelector")) {
            JsonObject own =
                    JsonObject.of("matchLabels", JsonObject.of(CONTROLLER_UID, text(object, "metadata", "uid")));
            if (!selector.equals(own)) {
                errors.add(FieldError.invalidLiteral(
                        "spec.selector", LabelChecks.goSelector(selector), "`selector` not auto-generated"));
            }
        }
        checkSpec(spec, "spec", errors);
        if (spec.get("selector") == null) {
            errors.add(FieldError.required("spec.selector", ""));
        }
        LabelChecks.selector(selector, "spec.selector", errors);
        Workload.checkSelects(spec, errors);
    }

    /** What jobs and the templates of cron jobs have in common. */
    static void checkSpec(JsonObject spec, String field, List<FieldError> errors) {
        for (String number : List.of(
                "parallelism",
                "completions",
                "activeDeadlineSeconds",
                "backoffLimit",
                "ttlSecondsAfterFinished",
                "backoffLimitPerIndex",
                "maxFailedIndexes")) {
            FieldChecks.notNegative(spec, number, field, errors);
        }
        String mode = text(spec, "completionMode");
        if (!mode.isEmpty() && !MODES.contains(mode)) {
            errors.add(FieldError.notSupported(field + ".completionMode", mode, MODES));
        } else if (mode.equals("Indexed") && spec.get("completions") == null) {
            errors.add(FieldError.required(field + ".completions", "when completion mode is Indexed"));
        }
        PodSpecChecks.template(spec.object("template"), field + ".template", errors);
        String policy = text(spec, "template", "spec", "restartPolicy");
        if (!policy.equals("OnFailure") && !policy.equals("Never")) {
            errors.add(FieldError.required(
                    field + ".template.spec.restartPolicy", "valid values: \"OnFailure\", \"Never\""));
        }
    }

    @Override
    public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
        JsonObject spec = object.object("spec");
        JsonObject before = old.object("spec");
        checkSpec(spec, "spec", errors);
        LabelChecks.selector(spec.object("selector"), "spec.selector", errors);
        Workload.checkSelects(spec, errors);
        if (!isElastic(spec) || !isElastic(before)) {
            FieldChecks.unchanged(spec, before, "completions", "spec", errors);
        }
        Workload.checkSelectorUnchanged(object, old, errors);
        boolean startable = before.isTrue("suspend") && old.at("status", "startTime") == null;
        if (!startable && !Objects.equals(spec.get("template"), before.get("template"))) {
            errors.add(FieldError.invalid("spec.template", spec.get("template"), FieldChecks.IMMUTABLE));
        }
        for (String field : List.of("completionMode", "podFailurePolicy", "backoffLimitPerIndex", "managedBy")) {
            FieldChecks.unchanged(spec, before, field, "spec", errors);
        }
    }

    /** Whether a job's number of completions follows its parallelism. */
    private static boolean isElastic(JsonObject spec) {
        return "Indexed".equals(spec.text("completionMode"))
                && Objects.equals(spec.get("completions"), spec.get("parallelism"));
    }
}
