package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.List;

/** The columns of what extends a server. */
final class ExtensionColumns {
    private static final String UNSET = "<unset>";

    private ExtensionColumns() {}

    private static Column size(String name, String description, String... path) {
        return new Column(name, "integer", "", description, 0, (object, now) ->
                (long) object.array(path).size());
    }

    static List<Column> webhooks(Column name, Column age) {
        return List.of(
                name,
                size(
                        "Webhooks",
                        "Webhooks indicates the number of webhooks registered in this configuration",
                        "webhooks"),
                age);
    }

    static List<Column> policies(Column name, Column age) {
        return List.of(
                name,
                size(
                        "Validations",
                        "Validations indicates the number of validation rules defined in this configuration",
                        "spec",
                        "validations"),
                Column.text(
                        "ParamKind",
                        "",
                        "ParamKind specifies the kind of resources used to parameterize this policy",
                        0,
                        ExtensionColumns::parameterKind),
                age);
    }

    private static String parameterKind(JsonObject policy) {
        return policy.at("spec", "paramKind") instanceof JsonObject kind
                ? text(kind, "apiVersion") + "/" + text(kind, "kind")
                : UNSET;
    }

    static List<Column> bindings(Column name, Column age) {
        return List.of(
                name,
                Column.text(
                        "PolicyName",
                        "",
                        "PolicyName indicates the policy definition which the policy binding binded to",
                        0,
                        binding -> text(binding, "spec", "policyName")),
                Column.text(
                        "ParamRef",
                        "",
                        "ParamRef indicates the param resource which sets the configration param",
                        0,
                        ExtensionColumns::parameter),
                age);
    }

    private static String parameter(JsonObject binding) {
        if (!(binding.at("spec", "paramRef") instanceof JsonObject reference)) {
            return UNSET;
        }
        String namespace = text(reference, "namespace");
        String name = text(reference, "name");
        return (namespace.isEmpty() ? "*" : namespace) + "/" + (name.isEmpty() ? "*" : name);
    }

    static List<Column> apiServices(Column name, Column age) {
        return List.of(
                name,
                Column.text(
                        "Service",
                        "",
                        "The reference to the service that hosts this API endpoint.",
                        0,
                        each -> each.at("spec", "service") instanceof JsonObject service
                                ? text(service, "namespace") + "/" + text(service, "name")
                                : "Local"),
                Column.text("Available", "", "Whether this service is available.", 0, ExtensionColumns::available),
                age);
    }

    private static String available(JsonObject service) {
        JsonArray conditions = service.array("status", "conditions");
        for (int i = 0; i < conditions.size(); i++) {
            JsonObject condition = conditions.object(i);
            if ("Available".equals(condition.text("type"))) {
                String status = text(condition, "status");
                return status.equals("True") ? status : status + " (" + text(condition, "reason") + ")";
            }
        }
        return "Unknown";
    }
}
