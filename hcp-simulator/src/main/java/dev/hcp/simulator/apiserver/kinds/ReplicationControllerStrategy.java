package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.edit;
import static dev.hcp.simulator.apiserver.kinds.Trees.fill;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;
import java.util.Objects;

/** Replication controllers: the older replica sets, whose selector is a plain map. */
final class ReplicationControllerStrategy implements Strategy {
    @Override
    public JsonObject defaults(JsonObject object) {
        JsonObject result = edit(object, "spec", spec -> {
            JsonObject labels = spec.object("template", "metadata", "labels");
            JsonObject filled = edit(spec, "template", PodDefaults::template);
            filled = labels.isEmpty() || !spec.object("selector").isEmpty() ? filled : filled.with("selector", labels);
            return fill(filled, 1L, "replicas");
        });
        JsonObject labels = result.object("spec", "template", "metadata", "labels");
        if (!labels.isEmpty() && result.object("metadata", "labels").isEmpty()) {
            result = result.withAt(labels, "metadata", "labels");
        }
        return fill(result, 0L, "status", "replicas");
    }

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        Checks.notNegative(object, errors, "spec", "minReadySeconds");
        JsonObject selector = object.object("spec", "selector");
        if (selector.isEmpty()) {
            errors.add(FieldError.required("spec.selector", ""));
        }
        Checks.notNegative(object, errors, "spec", "replicas");
        if (!(object.at("spec", "template") instanceof JsonObject template)) {
            errors.add(FieldError.required("spec.template", ""));
            return;
        }
        JsonObject labels = template.object("metadata", "labels");
        boolean selects = true;
        for (int i = 0; i < selector.size(); i++) {
            selects &= Objects.equals(labels.get(selector.keyAt(i)), selector.valueAt(i));
        }
        if (!selector.isEmpty() && !selects) {
            errors.add(FieldError.invalidLiteral(
                    "spec.template.metadata.labels",
                    LabelChecks.goLabels(labels),
                    "`selector` does not match template `labels`"));
        }
        PodSpecChecks.spec(template.object("spec"), "spec.template.spec", errors);
        Checks.oneOf(
                "spec.template.spec.restartPolicy",
                Trees.text(template, "spec", "restartPolicy"),
                List.of("Always"),
                errors);
        if (template.at("spec", "activeDeadlineSeconds") != null) {
            errors.add(FieldError.forbidden(
                    "spec.template.spec.activeDeadlineSeconds",
                    "activeDeadlineSeconds in ReplicationController is not Supported"));
        }
    }
}
