package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.edit;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;
import java.util.Objects;

/** What the workload kinds of the apps group have in common: a pod template, and a selector that fits it. */
abstract class Workload implements Strategy {
    private static final String[] LABELS = {"spec", "template", "metadata", "labels"};

    /** The name of the kind in complaints about its template. */
    private final String name;

    Workload(String name) {
        this.name = name;
    }

    @Override
    public final JsonObject defaults(JsonObject object) {
        return edit(object, "spec", spec -> specDefaults(edit(spec, "template", PodDefaults::template)));
    }

    abstract JsonObject specDefaults(JsonObject spec);

    /** A selector that must be there and must not be empty. */
    static void checkSelector(JsonObject spec, String kind, List<FieldError> errors) {
        if (spec.get("selector") instanceof JsonObject selector) {
            LabelChecks.selector(selector, "spec.selector", errors);
            if (LabelChecks.isEmpty(selector)) {
                errors.add(FieldError.invalidLiteral(
                        "spec.selector", LabelChecks.goSelector(selector), "empty selector is invalid for " + kind));
            }
        } else {
            errors.add(FieldError.required("spec.selector", ""));
        }
    }

    /** Labels of the template that the selector selects; an empty selector selects all, none selects nothing. */
    static void checkSelects(JsonObject spec, List<FieldError> errors) {
        JsonObject labels = spec.object("template", "metadata", "labels");
        boolean selects = spec.get("selector") instanceof JsonObject selector && Selections.selects(selector, labels);
        if (!selects) {
            errors.add(FieldError.invalidLiteral(
                    String.join(".", LABELS),
                    LabelChecks.goLabels(labels),
                    "`selector` does not match template `labels`"));
        }
    }

    /** A template whose pods run until they are deleted. */
    final void checkRunsForever(JsonObject spec, List<FieldError> errors) {
        JsonObject pod = spec.object("template", "spec");
        String policy = Trees.text(pod, "restartPolicy");
        if (!policy.equals("Always")) {
            errors.add(FieldError.notSupported("spec.template.spec.restartPolicy", policy, List.of("Always")));
        }
        if (pod.get("activeDeadlineSeconds") != null) {
            errors.add(FieldError.forbidden(
                    "spec.template.spec.activeDeadlineSeconds",
                    "activeDeadlineSeconds in " + name + " is not Supported"));
        }
    }

    static void checkSelectorUnchanged(JsonObject object, JsonObject old, List<FieldError> errors) {
        Object selector = object.at("spec", "selector");
        if (!Objects.equals(selector, old.at("spec", "selector"))) {
            errors.add(FieldError.invalidLiteral(
                    "spec.selector", LabelChecks.goSelector(selector), FieldChecks.IMMUTABLE));
        }
    }
}
