package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.MetadataValidation;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;

/** Roles of namespaces and of the cluster. */
final class RoleStrategy implements Strategy {
    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        boolean namespaced = "Role".equals(object.text("kind"));
        List<JsonObject> rules = FieldChecks.objects(object, "rules");
        for (int i = 0; i < rules.size(); i++) {
            checkRule(rules.get(i), namespaced, "rules[" + i + "]", errors);
        }
        if (object.get("aggregationRule") instanceof JsonObject aggregation) {
            List<JsonObject> selectors = FieldChecks.objects(aggregation, "clusterRoleSelectors");
            if (selectors.isEmpty()) {
                errors.add(FieldError.required(
                        "aggregationRule.clusterRoleSelectors",
                        "at least one clusterRoleSelector required if aggregationRule is non-nil"));
            }
            for (int i = 0; i < selectors.size(); i++) {
                LabelChecks.selector(selectors.get(i), "aggregationRule.clusterRoleSelectors[" + i + "]", errors);
            }
        }
    }

    private static void checkRule(JsonObject rule, boolean namespaced, String field, List<FieldError> errors) {
        if (rule.array("verbs").isEmpty()) {
            errors.add(FieldError.required(field + ".verbs", "verbs must contain at least one value"));
        }
        JsonArray urls = rule.array("nonResourceURLs");
        boolean groups = !rule.array("apiGroups").isEmpty();
        boolean resources = !rule.array("resources").isEmpty();
        if (!urls.isEmpty()) {
            String at = field + ".nonResourceURLs";
            String shown = MetadataValidation.goStrings(urls);
            if (namespaced) {
                errors.add(FieldError.invalidLiteral(at, shown, "namespaced rules cannot apply to non-resource URLs"));
            }
            if (groups || resources || !rule.array("resourceNames").isEmpty()) {
                errors.add(FieldError.invalidLiteral(
                        at, shown, "rules cannot apply to both regular resources and non-resource URLs"));
            }
            return;
        }
        if (!groups) {
            errors.add(FieldError.required(field + ".apiGroups", "resource rules must supply at least one api group"));
        }
        if (!resources) {
            errors.add(FieldError.required(field + ".resources", "resource rules must supply at least one resource"));
        }
    }
}
