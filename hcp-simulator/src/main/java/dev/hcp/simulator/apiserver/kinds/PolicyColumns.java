package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.BuiltInColumns.column;
import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The columns of quotas, classes and components. */
final class PolicyColumns {
    private PolicyColumns() {}

    static List<Column> quotas(Column name, Column age) {
        return List.of(
                name,
                age,
                Column.text(
                        "Request",
                        "",
                        "Request represents a minimum amount of cpu/memory that a container may consume.",
                        0,
                        quota -> used(quota, false)),
                Column.text(
                        "Limit",
                        "",
                        "Limits control the maximum amount of cpu/memory that a container may use independent of "
                                + "contention on the node.",
                        0,
                        quota -> used(quota, true)));
    }

    private static String used(JsonObject quota, boolean limits) {
        JsonObject hard = quota.object("status", "hard");
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < hard.size(); i++) {
            String resource = hard.keyAt(i);
            if (resource.startsWith("limits.") == limits) {
                Object amount = quota.at("status", "used", resource);
                parts.add(resource + ": " + (amount == null ? "0" : amount) + "/" + hard.valueAt(i));
            }
        }
        return String.join(", ", parts);
    }

    static List<Column> components(Column name) {
        return List.of(
                name,
                column(
                        "Status",
                        component -> "True".equals(healthy(component).text("status"))
                                ? "Healthy"
                                : healthy(component).isEmpty() ? "Unknown" : "Unhealthy"),
                column("Message", component -> text(healthy(component), "message")),
                column("Error", component -> text(healthy(component), "error")));
    }

    private static JsonObject healthy(JsonObject component) {
        JsonArray conditions = component.array("conditions");
        for (int i = 0; i < conditions.size(); i++) {
            if ("Healthy".equals(conditions.object(i).text("type"))) {
                return conditions.object(i);
            }
        }
        return JsonObject.EMPTY;
    }

    static List<Column> ingressClasses(Column name, Column age) {
        return List.of(
                name,
                Column.text(
                        "Controller",
                        "",
                        "Controller that is responsible for handling this class",
                        0,
                        each -> text(each, "spec", "controller")),
                Column.text(
                        "Parameters",
                        "",
                        "A reference to a resource with additional parameters",
                        0,
                        PolicyColumns::parameters),
                age);
    }

    private static String parameters(JsonObject ingressClass) {
        if (!(ingressClass.at("spec", "parameters") instanceof JsonObject parameters)) {
            return "<none>";
        }
        String group = text(parameters, "apiGroup");
        return text(parameters, "kind") + (group.isEmpty() ? "" : "." + group) + "/" + text(parameters, "name");
    }

    static List<Column> runtimeClasses(Column name, Column age) {
        return List.of(
                name,
                Column.text(
                        "Handler",
                        "",
                        "Handler specifies the underlying runtime and configuration that the CRI implementation will "
                                + "use to handle pods of this class. The possible values are specific to the node & CRI "
                                + "configuration.  It is assumed that all handlers are available on every node, and "
                                + "handlers of the same name are equivalent on every node. For example, a handler called "
                                + "\"runc\" might specify that the runc OCI runtime (using native Linux containers) will "
                                + "be used to run the containers in a pod. The Handler must be lowercase, conform to the "
                                + "DNS Label (RFC 1123) requirements, and is immutable.",
                        0,
                        each -> text(each, "handler")),
                age);
    }
}
