package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.fill;
import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import java.util.List;

/** Which requests a webhook or an admission policy is about. */
final class AdmissionRules {
    private static final String ALL = "*";
    private static final List<String> OPERATIONS = List.of(ALL, "CONNECT", "CREATE", "DELETE", "UPDATE");
    private static final List<String> SCOPES = List.of(ALL, "Cluster", "Namespaced");

    private AdmissionRules() {}

    /** Matching with the policy and the selectors that stand for everything. */
    static JsonObject matchDefaults(JsonObject match) {
        JsonObject result = fill(match, "Equivalent", "matchPolicy");
        result = fill(result, JsonObject.EMPTY, "namespaceSelector");
        return fill(result, JsonObject.EMPTY, "objectSelector");
    }

    static JsonObject ruleDefaults(JsonObject rule) {
        return fill(rule, ALL, "scope");
    }

    static void checkRule(JsonObject rule, String field, List<FieldError> errors) {
        JsonArray operations = rule.array("operations");
        checkList(operations, field + ".operations", "operations", "admissionregistration.OperationType", errors);
        for (int i = 0; i < operations.size(); i++) {
            Checks.oneOf(field + ".operations[" + i + "]", String.valueOf(operations.get(i)), OPERATIONS, errors);
        }
        checkList(rule.array("apiGroups"), field + ".apiGroups", "API groups", "string", errors);
        JsonArray versions = rule.array("apiVersions");
        checkList(versions, field + ".apiVersions", "API versions", "string", errors);
        for (int i = 0; i < versions.size(); i++) {
            if (String.valueOf(versions.get(i)).isEmpty()) {
                errors.add(FieldError.required(field + ".apiVersions[" + i + "]", ""));
            }
        }
        checkResources(rule.array("resources"), field + ".resources", errors);
        Checks.oneOf(field + ".scope", text(rule, "scope"), SCOPES, errors);
    }

    private static void checkList(JsonArray values, String field, String what, String type, List<FieldError> errors) {
        if (values.isEmpty()) {
            errors.add(FieldError.required(field, ""));
        } else if (values.size() > 1 && values.contains(ALL)) {
            errors.add(FieldError.invalidLiteral(
                    field, Checks.goTexts(type, values), "if '*' is present, must not specify other " + what));
        }
    }

    private static void checkResources(JsonArray resources, String field, List<FieldError> errors) {
        if (resources.isEmpty()) {
            errors.add(FieldError.required(field, ""));
        }
        for (int i = 0; i < resources.size(); i++) {
            String resource = String.valueOf(resources.get(i));
            if (resource.isEmpty()) {
                errors.add(FieldError.required(field + "[" + i + "]", ""));
            } else if (resource.equals("*/*") && resources.size() > 1) {
                errors.add(FieldError.invalidLiteral(
                        field,
                        Checks.goTexts("string", resources),
                        "if '*/*' is present, must not specify other resources"));
            }
        }
    }
}
