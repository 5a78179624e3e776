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
        requireName(binding, route.name(), "Binding");
        String node = binding.text("target", "name");
        if (node == null || node.isEmpty()) {
            throw Failures.raw(FieldError.required("target.name", "").message());
        }
        server.writes()
                .update(
                        resource,
                        route.namespace(),
                        route.name(),
                        "binding",
                        live -> bound(route.name(), Objects.requireNonNull(live), binding, node),
                        Writes.Tracking.TO_DO,
                        false,
                        context);
        return done(exchange);
    }

    private static void requireName(JsonObject body, String name, String kind) {
        String own = ObjectMeta.text(body, "name");
        if (!own.isEmpty() && !own.equals(name)) {
            throw Failures.badRequest("name in URL does not match name in " + kind + " object");
        }
    }

    private static ApiResponse done(Exchange exchange) {
        return exchange.tree(201, Failures.success(null).with("code", 201L));
    }

    private JsonObject bound(String name, JsonObject pod, JsonObject binding, String node) {
        String assigned = pod.text("spec", "nodeName");
        if (ObjectMeta.isDying(pod)) {
            throw notBound(name, "pod " + name + " is being deleted, cannot be assigned to a host");
        }
        if (assigned != null && !assigned.isEmpty()) {
            throw notBound(name, "pod " + name + " is already assigned to node \"" + assigned + "\"");
        }
        if (!pod.array("spec", "schedulingGates").isEmpty()) {
            throw notBound(name, "pod " + name + " has non-empty .spec.schedulingGates");
        }
        List<Object> conditions = new ArrayList<>();
        for (Object condition : pod.array("status", "conditions")) {
            if (condition instanceof JsonObject each && !"PodScheduled".equals(each.text("type"))) {
                conditions.add(each);
            }
        }
        conditions.add(
                JsonObject.of("type", "PodScheduled", "status", "True", "lastTransitionTime", server.timestamp()));
        JsonObject result =
                pod.withAt(node, "spec", "nodeName").withAt(JsonArray.copyOf(conditions), "status", "conditions");
        JsonObject annotations = binding.object("metadata", "annotations");
        for (int i = 0; i < annotations.size(); i++) {
            result = result.withAt(annotations.valueAt(i), "metadata", "annotations", annotations.keyAt(i));
        }
        return result;
    }

    private static ApiException notBound(String name, String why) {
        return Failures.of(
                409,
                "Conflict",
                "Operation cannot be fulfilled on pods/binding \"" + name + "\": " + why,
                JsonObject.of("name", name, "kind", "pods/binding"));
    }

    /** Deletes a pod unless a disruption budget that selects it has none to spare. */
    ApiResponse evict(Exchange exchange, Resource resource, Route route) {
        requirePost(exchange);
        WriteContext context = exchange.write("Create", false);
        JsonObject eviction =
                Bodies.object(exchange.request(), "policy/v1", "Eviction").object();
        requireName(eviction, route.name(), "Eviction");
        JsonObject options = eviction.object("deleteOptions");
        boolean dry = options.array("dryRun").contains("All");
        Object grace = options.get("gracePeriodSeconds");
        server.evictions()
                .evict(
                        resource,
                        route.namespace(),
                        route.name(),
                        new dev.hcp.simulator.apiserver.Objects.Deletion(
                                options.text("propagationPolicy"),
                                grace instanceof Long seconds ? seconds : null,
                                options.text("preconditions", "uid"),
                                options.text("preconditions", "resourceVersion")),
                        dry ? context.asDryRun() : context);
        return done(exchange);
    }
}
