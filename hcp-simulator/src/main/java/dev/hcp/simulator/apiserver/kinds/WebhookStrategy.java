package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.edit;
import static dev.hcp.simulator.apiserver.kinds.Trees.editItems;
import static dev.hcp.simulator.apiserver.kinds.Trees.fill;
import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.NameRule;
import dev.hcp.api.validation.schema.ObjectNames;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Webhooks that are asked about writes. */
final class WebhookStrategy implements Strategy {
    private static final String REVIEW_VERSIONS = "v1, v1beta1";

    private final boolean mutating;

    WebhookStrategy(boolean mutating) {
        this.mutating = mutating;
    }

    @Override
    public JsonObject defaults(JsonObject object) {
        return editItems(object, "webhooks", webhook -> {
            JsonObject result = fill(webhook, "Fail", "failurePolicy");
            result = AdmissionRules.matchDefaults(result);
            result = fill(result, 10L, "timeoutSeconds");
            result = mutating ? fill(result, "Never", "reinvocationPolicy") : result;
            result = editItems(result, "rules", AdmissionRules::ruleDefaults);
            return edit(
                    result, "clientConfig", client -> edit(client, "service", service -> fill(service, 443L, "port")));
        });
    }

    @Override
    public boolean changesGeneration(JsonObject object, JsonObject old) {
        return !Objects.equals(object.get("webhooks"), old.get("webhooks"));
    }

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        JsonArray webhooks = object.array("webhooks");
        Set<String> names = new HashSet<>();
        for (int i = 0; i < webhooks.size(); i++) {
            String field = "webhooks[" + i + "]";
            JsonObject webhook = webhooks.object(i);
            checkWebhook(webhook, field, errors);
            checkReviewVersions(webhook.array("admissionReviewVersions"), field + ".admissionReviewVersions", errors);
            String name = text(webhook, "name");
            if (!name.isEmpty() && !names.add(name)) {
                errors.add(FieldError.duplicate(field + ".name", name));
            }
        }
    }

    private void checkWebhook(JsonObject webhook, String field, List<FieldError> errors) {
        checkName(text(webhook, "name"), field + ".name", errors);
        JsonArray rules = webhook.array("rules");
        for (int i = 0; i < rules.size(); i++) {
            AdmissionRules.checkRule(rules.object(i), field + ".rules[" + i + "]", errors);
        }
        Checks.oneOf(field + ".failurePolicy", text(webhook, "failurePolicy"), List.of("Fail", "Ignore"), errors);
        Checks.oneOf(field + ".matchPolicy", text(webhook, "matchPolicy"), List.of("Equivalent", "Exact"), errors);
        if (webhook.get("sideEffects") == null) {
            errors.add(FieldError.required(field + ".sideEffects", "must specify one of None, NoneOnDryRun"));
        } else {
            Checks.oneOf(field + ".sideEffects", text(webhook, "sideEffects"), List.of("None", "NoneOnDryRun"), errors);
        }
        if (mutating) {
            Checks.oneOf(
                    field + ".reinvocationPolicy",
                    text(webhook, "reinvocationPolicy"),
                    List.of("IfNeeded", "Never"),
                    errors);
        }
        long timeout = webhook.integer(10, "timeoutSeconds");
        if (timeout < 1 || timeout > 30) {
            errors.add(FieldError.invalid(
                    field + ".timeoutSeconds", timeout, "the timeout value must be between 1 and 30 seconds"));
        }
        WebhookClients.check(webhook.object("clientConfig"), field + ".clientConfig", errors);
    }

    private static void checkName(String name, String field, List<FieldError> errors) {
        if (name.isEmpty()) {
            errors.add(FieldError.required(field, ""));
            return;
        }
        List<String> problems = ObjectNames.problems(NameRule.SUBDOMAIN, name, false);
        if (!problems.isEmpty()) {
            errors.add(FieldError.invalid(field, name, String.join(",", problems)));
        } else if (name.split("\\.", -1).length < 3) {
            errors.add(FieldError.invalid(
                    field, name, "should be a domain with at least three segments separated by dots"));
        }
    }

    private static void checkReviewVersions(JsonArray versions, String field, List<FieldError> errors) {
        if (versions.isEmpty()) {
            errors.add(FieldError.required(field, "must specify one of " + REVIEW_VERSIONS));
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < versions.size(); i++) {
            String version = String.valueOf(versions.get(i));
            if (!seen.add(version)) {
                errors.add(FieldError.duplicate(field + "[" + i + "]", version));
            }
            Checks.name(field + "[" + i + "]", version, NameRule.SERVICE, errors);
        }
        if (!seen.contains("v1") && !seen.contains("v1beta1")) {
            errors.add(FieldError.invalidLiteral(
                    field, Checks.goTexts("string", versions), "must include at least one of " + REVIEW_VERSIONS));
        }
    }
}
