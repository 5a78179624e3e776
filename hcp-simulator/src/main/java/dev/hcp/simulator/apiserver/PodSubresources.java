package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What can be done to pods besides writing them: binding to a node, eviction. */
final class PodSubresources {
    private final ApiServer server;

    PodSubresources(ApiServer server) {
        this.server = server;
    }

    private static void requirePost(Exchange exchange) {
        if (!exchange.request().method().equals("POST")) {
            throw Failures.methodNotAllowed();
        }
    }

    /** Assigns a pod to a node, once. */
    ApiResponse bind(Exchange exchange, Resource resource, Route route) {
        requirePost(exchange);
        WriteContext context = exchange.write("Create", false);
        JsonObject binding = Bodies.object(exchange.request(), "v1", "Binding").object();
        String node = binding.text("target", "name");
        if (node == null || node.isEmpty()) {
            throw Failures.invalid("", "Binding", route.name(), List.of(FieldError.required("target.name", "")));
        }
        server.writes()
                .update(
                        resource,
                        route.namespace(),
                        route.name(),
                        "binding",
                        live -> bound(route.name(), Objects.requireNonNull(live), node),
                        Writes.Tracking.TO_DO,
                        false,
                        context);
        return exchange.tree(201, Failures.success(null));
    }

    private JsonObject bound(String name, JsonObject pod, String node) {
        String assigned = pod.text("spec", "nodeName");
        if (assigned != null && !assigned.isEmpty()) {
            throw Failures.of(
                    409,
                    "Conflict",
                    "Operation cannot be fulfilled on pods/binding \"" + name + "\": pod " + name
                            + " is already assigned to node \"" + assigned + "\"",
                    JsonObject.of("name", name, "kind", "pods/binding"));
        }
        List<Object> conditions = new ArrayList<>();
        for (Object condition : pod.array("status", "conditions")) {
            if (condition instanceof JsonObject each && !"PodScheduled".equals(each.text("type"))) {
                conditions.add(each);
            }
        }
        conditions.add(JsonObject.of(
                "type",
                "PodScheduled",
                "status",
                "True",
                "lastProbeTime",
                null,
                "lastTransitionTime",
                server.timestamp()));
        return pod.withAt(node, "spec", "nodeName").withAt(JsonArray.copyOf(conditions), "status", "conditions");
    }

    /** Deletes a pod unless a disruption budget that selects it has none to spare. */
    ApiResponse evict(Exchange exchange, Resource resource, Route route) {
        requirePost(exchange);
        WriteContext context = exchange.write("Create", false);
        JsonObject eviction =
                Bodies.object(exchange.request(), "policy/v1", "Eviction").object();
        JsonObject options = eviction.object("deleteOptions");
        dev.hcp.simulator.apiserver.Objects objects = server.objects();
        JsonObject pod = objects.get(resource, route.namespace(), route.name())
                .orElseThrow(() -> Failures.notFound(resource, route.name()));
        for (JsonObject budget :
                objects.list(objects.resource("policy/v1", "PodDisruptionBudget"), route.namespace())) {
            boolean selects = Selections.matches(budget.object("spec", "selector"), pod);
            if (selects && budget.integer(0, "status", "disruptionsAllowed") <= 0) {
                throw Failures.of(
                        429,
                        "TooManyRequests",
                        "Cannot evict pod as it would violate the pod's disruption budget.",
                        JsonObject.of(
                                "causes",
                                JsonArray.of(JsonObject.of(
                                        "reason",
                                        "DisruptionBudget",
                                        "message",
                                        "The disruption budget " + ObjectMeta.text(budget, "name") + " needs "
                                                + budget.integer(0, "status", "desiredHealthy")
                                                + " healthy pods and has "
                                                + budget.integer(0, "status", "currentHealthy") + " currently"))));
            }
        }
        Object grace = options.get("gracePeriodSeconds");
        server.deletions()
                .delete(
                        resource,
                        route.namespace(),
                        route.name(),
                        new dev.hcp.simulator.apiserver.Objects.Deletion(
                                options.text("propagationPolicy"),
                                grace instanceof Long seconds ? seconds : null,
                                options.text("preconditions", "uid"),
                                options.text("preconditions", "resourceVersion")),
                        context);
        return exchange.tree(201, Failures.success(null));
    }
}
