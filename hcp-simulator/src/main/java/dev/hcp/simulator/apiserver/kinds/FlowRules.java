package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import java.util.List;

/** The rules of a flow schema: whose requests for what it is about. */
final class FlowRules {
    private FlowRules() {}

    static void check(JsonObject rule, String field, List<FieldError> errors) {
        JsonArray subjects = rule.array("subjects");
        if (subjects.isEmpty()) {
            errors.add(FieldError.required(field + ".subjects", "subjects must contain at least one value"));
        }
        for (int i = 0; i < subjects.size(); i++) {
            checkSubject(subjects.object(i), field + ".subjects[" + i + "]", errors);
        }
        JsonArray resources = rule.array("resourceRules");
        JsonArray others = rule.array("nonResourceRules");
        if (resources.isEmpty() && others.isEmpty()) {
            errors.add(FieldError.required(
                    field, "at least one of resourceRules and nonResourceRules has to be non-empty"));
        }
        for (int i = 0; i < resources.size(); i++) {
            checkResources(resources.object(i), field + ".resourceRules[" + i + "]", errors);
        }
        for (int i = 0; i < others.size(); i++) {
            String at = field + ".nonResourceRules[" + i + "]";
            required(others.object(i), at, "verbs", "verbs must contain at least one value", errors);
            required(
                    others.object(i), at, "nonResourceURLs", "nonResourceURLs must contain at least one value", errors);
        }
    }

    private static void checkSubject(JsonObject subject, String field, List<FieldError> errors) {
        switch (text(subject, "kind")) {
            case "ServiceAccount" -> {
                present(subject, field, "serviceAccount", "name", errors);
                present(subject, field, "serviceAccount", "namespace", errors);
            }
            case "User" -> present(subject, field, "user", "name", errors);
            case "Group" -> present(subject, field, "group", "name", errors);
            default ->
                Checks.oneOf(
                        field + ".kind", text(subject, "kind"), List.of("Group", "ServiceAccount", "User"), errors);
        }
    }

    private static void present(JsonObject subject, String field, String member, String part, List<FieldError> errors) {
        if (!(subject.get(member) instanceof JsonObject identity)) {
            if (part.equals("name")) {
                errors.add(FieldError.required(
                        field + "." + member,
                        member + " is required when subject kind is '" + text(subject, "kind") + "'"));
            }
        } else if (text(identity, part).isEmpty()) {
            errors.add(FieldError.required(field + "." + member + "." + part, ""));
        }
    }

    private static void checkResources(JsonObject rule, String field, List<FieldError> errors) {
        required(rule, field, "verbs", "verbs must contain at least one value", errors);
        required(rule, field, "apiGroups", "resource rules must supply at least one api group", errors);
        required(rule, field, "resources", "resource rules must supply at least one resource", errors);
        if (rule.array("namespaces").isEmpty() && !rule.isTrue("clusterScope")) {
            errors.add(FieldError.required(
                    field + ".namespaces",
                    "resource rules that are not cluster scoped must supply at least one namespace"));
        }
    }

    private static void required(JsonObject rule, String field, String list, String words, List<FieldError> errors) {
        if (rule.array(list).isEmpty()) {
            errors.add(FieldError.required(field + "." + list, words));
        }
    }
}
