package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.edit;
import static dev.hcp.simulator.apiserver.kinds.Trees.fill;
import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.NameRule;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;

/** Ingress classes: which controller serves an ingress. */
final class IngressClassStrategy implements Strategy {
    private static final int LONGEST_CONTROLLER = 250;
    private static final String[] PARAMETERS = {"spec", "parameters"};

    @Override
    public JsonObject defaults(JsonObject object) {
        return edit(object, "spec", spec -> edit(spec, "parameters", each -> fill(each, "Cluster", "scope")));
    }

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        String controller = text(object, "spec", "controller");
        if (controller.length() > LONGEST_CONTROLLER) {
            errors.add(FieldError.tooLong("spec.controller", LONGEST_CONTROLLER));
        }
        PathNames.domainPrefixed("spec.controller", controller, errors);
        if (object.at(PARAMETERS) instanceof JsonObject parameters) {
            checkParameters(parameters, "spec.parameters", errors);
        }
    }

    private static void checkParameters(JsonObject parameters, String field, List<FieldError> errors) {
        String group = text(parameters, "apiGroup");
        if (!group.isEmpty()) {
            Checks.name(field + ".apiGroup", group, NameRule.SUBDOMAIN, errors);
        }
        for (String part : List.of("kind", "name")) {
            String value = text(parameters, part);
            if (value.isEmpty()) {
                errors.add(FieldError.required(field + "." + part, part + " is required"));
            } else {
                Checks.name(field + "." + part, value, NameRule.PATH_SEGMENT, errors);
            }
        }
        String scope = text(parameters, "scope");
        String namespace = text(parameters, "namespace");
        Checks.oneOf(field + ".scope", scope, List.of("Cluster", "Namespace"), errors);
        if (scope.equals("Namespace")) {
            if (namespace.isEmpty()) {
                errors.add(FieldError.required(field + ".namespace", "`parameters.scope` is set to 'Namespace'"));
            } else {
                Checks.name(field + ".namespace", namespace, NameRule.LABEL, errors);
            }
        } else if (scope.equals("Cluster") && parameters.get("namespace") != null) {
            errors.add(FieldError.forbidden(field + ".namespace", "`parameters.scope` is set to 'Cluster'"));
        }
    }

    @Override
    public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
        Checks.immutable(object, old, errors, "spec", "controller");
        validate(object, errors);
    }
}
