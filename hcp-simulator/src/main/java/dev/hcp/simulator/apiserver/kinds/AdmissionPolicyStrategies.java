package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.edit;
import static dev.hcp.simulator.apiserver.kinds.Trees.editItems;
import static dev.hcp.simulator.apiserver.kinds.Trees.fill;
import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.NameRule;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Admission policies, and where they hold. */
final class AdmissionPolicyStrategies {
    private AdmissionPolicyStrategies() {}

    private static JsonObject resourceDefaults(JsonObject match) {
        JsonObject result = AdmissionRules.matchDefaults(match);
        result = editItems(result, "resourceRules", AdmissionRules::ruleDefaults);
        return editItems(result, "excludeResourceRules", AdmissionRules::ruleDefaults);
    }

    private static void checkResources(JsonObject match, String field, List<FieldError> errors) {
        Checks.oneOf(field + ".matchPolicy", text(match, "matchPolicy"), List.of("Equivalent", "Exact"), errors);
        for (String list : List.of("resourceRules", "excludeResourceRules")) {
            JsonArray rules = match.array(list);
            for (int i = 0; i < rules.size(); i++) {
                AdmissionRules.checkRule(rules.object(i), field + "." + list + "[" + i + "]", errors);
            }
        }
    }

    static final class ForPolicy implements Strategy {
        private static final String NOTHING_TO_DO = "validations or auditAnnotations must contain at least one item";
        private static final List<String> REASONS =
                List.of("Forbidden", "Invalid", "RequestEntityTooLarge", "Unauthorized");

        @Override
        public JsonObject defaults(JsonObject object) {
            JsonObject result = edit(
                    object,
                    "spec",
                    spec -> edit(
                            fill(spec, "Fail", "failurePolicy"),
                            "matchConstraints",
                            AdmissionPolicyStrategies::resourceDefaults));
            return fill(result, JsonObject.EMPTY, "status");
        }

        @Override
        public void validate(JsonObject object, List<FieldError> errors) {
            JsonObject spec = object.object("spec");
            Checks.oneOf("spec.failurePolicy", text(spec, "failurePolicy"), List.of("Fail", "Ignore"), errors);
            if (spec.get("paramKind") instanceof JsonObject parameters) {
                for (String part : List.of("apiVersion", "kind")) {
                    if (text(parameters, part).isEmpty()) {
                        errors.add(FieldError.required("spec.paramKind." + part, ""));
                    }
                }
            }
            if (spec.get("matchConstraints") instanceof JsonObject match) {
                checkResources(match, "spec.matchConstraints", errors);
                if (match.array("resourceRules").isEmpty()) {
                    errors.add(FieldError.required("spec.matchConstraints.resourceRules", ""));
                }
            } else {
                errors.add(FieldError.required("spec.matchConstraints", ""));
            }
            JsonArray validations = spec.array("validations");
            if (validations.isEmpty() && spec.array("auditAnnotations").isEmpty()) {
                errors.add(FieldError.required("spec.validations", NOTHING_TO_DO));
                errors.add(FieldError.required("spec.auditAnnotations", NOTHING_TO_DO));
            }
            for (int i = 0; i < validations.size(); i++) {
                checkValidation(validations.object(i), "spec.validations[" + i + "]", errors);
            }
        }

        private static void checkValidation(JsonObject validation, String field, List<FieldError> errors) {
            if (text(validation, "expression").trim().isEmpty()) {
                errors.add(FieldError.required(field + ".expression", "expression is not specified"));
            }
            if (validation.get("reason") != null) {
                Checks.oneOf(field + ".reason", text(validation, "reason"), REASONS, errors);
            }
        }
    }

    static final class ForBinding implements Strategy {
        private static final List<String> ACTIONS = List.of("Audit", "Deny", "Warn");

        @Override
        public JsonObject defaults(JsonObject object) {
            return edit(
                    object, "spec", spec -> edit(spec, "matchResources", AdmissionPolicyStrategies::resourceDefaults));
        }

        @Override
        public void validate(JsonObject object, List<FieldError> errors) {
            JsonObject spec = object.object("spec");
            String policy = text(spec, "policyName");
            if (policy.isEmpty()) {
                errors.add(FieldError.required("spec.policyName", ""));
            } else {
                Checks.name("spec.policyName", policy, NameRule.SUBDOMAIN, errors);
            }
            if (spec.get("paramRef") instanceof JsonObject reference) {
                checkReference(reference, errors);
            }
            if (spec.get("matchResources") instanceof JsonObject match) {
                checkResources(match, "spec.matchResources", errors);
            }
            checkActions(spec.array("validationActions"), errors);
        }

        private static void checkReference(JsonObject reference, List<FieldError> errors) {
            boolean named = !text(reference, "name").isEmpty();
            boolean selected = reference.get("selector") != null;
            if (named && selected) {
                errors.add(FieldError.forbidden("spec.paramRef.name", "name and selector are mutually exclusive"));
            } else if (!named && !selected) {
                errors.add(FieldError.required("spec.paramRef", "one of name or selector must be specified"));
            }
            if (reference.get("parameterNotFoundAction") == null) {
                errors.add(FieldError.required("spec.paramRef.parameterNotFoundAction", ""));
            } else {
                Checks.oneOf(
                        "spec.paramRef.parameterNotFoundAction",
                        text(reference, "parameterNotFoundAction"),
                        List.of("Deny", "Allow"),
                        errors);
            }
        }

        private static void checkActions(JsonArray actions, List<FieldError> errors) {
            String field = "spec.validationActions";
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < actions.size(); i++) {
                String action = String.valueOf(actions.get(i));
                Checks.oneOf(field + "[" + i + "]", action, ACTIONS, errors);
                if (!seen.add(action)) {
                    errors.add(FieldError.duplicate(field + "[" + i + "]", action));
                }
            }
            if (seen.contains("Deny") && seen.contains("Warn")) {
                errors.add(FieldError.invalidLiteral(
                        field,
                        Checks.goTexts("admissionregistration.ValidationAction", actions),
                        "must not contain both Deny and Warn (repeating the same validation failure information in "
                                + "the API response and headers serves no purpose)"));
            }
            if (actions.isEmpty()) {
                errors.add(FieldError.required(field, "at least one validation action is required"));
            }
        }
    }
}
