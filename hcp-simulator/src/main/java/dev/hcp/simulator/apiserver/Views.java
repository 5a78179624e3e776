package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.store.StoredObject;
import java.util.List;

/** Resources without objects of their own: bindings, which are written to pods, and the state of components. */
final class Views {
    private final ApiServer server;
    private final Presentation presentation;
    private final PodSubresources pods;

    Views(ApiServer server, Presentation presentation) {
        this.server = server;
        this.presentation = presentation;
        this.pods = new PodSubresources(server);
    }

    ApiResponse answer(Exchange exchange, Resource resource, Route route) {
        String method = exchange.request().method();
        if (route.subresource() != null) {
            throw Failures.noSuchResource();
        }
        if (resource.plural().equals("bindings")) {
            if (!method.equals("POST") || !route.namespaced() || !route.name().isEmpty()) {
                throw Failures.methodNotAllowed();
            }
            return bind(exchange, resource, route);
        }
        if (!method.equals("GET")) {
            throw Failures.methodNotAllowed();
        }
        return components(exchange, resource, route);
    }

    /** The older way to bind a pod: the binding has the pod's name. */
    private ApiResponse bind(Exchange exchange, Resource resource, Route route) {
        JsonObject binding = Bodies.object(exchange.request(), resource.apiVersion(), resource.kind())
                .object();
        String name = ObjectMeta.text(binding, "name");
        if (name.isEmpty()) {
            throw Failures.invalid(
                    resource, name, List.of(FieldError.required("metadata.name", "name or generateName is required")));
        }
        Resource target = (Resource) server.objects().resource("v1", "Pod");
        Route pod = new Route("", "v1", target.plural(), route.namespace(), true, name, "binding", false);
        return pods.bind(exchange, target, pod);
    }

    private ApiResponse components(Exchange exchange, Resource resource, Route route) {
        exchange.write("Get", false).warn("v1 ComponentStatus is deprecated in v1.19+");
        List<StoredObject> all = List.of(component("scheduler"), component("controller-manager"), component("etcd-0"));
        if (route.name().isEmpty()) {
            return presentation.list(exchange, resource, new Reads.Page(0, all, "", null));
        }
        for (StoredObject each : all) {
            if (route.name().equals(ObjectMeta.text(each.tree(), "name"))) {
                return presentation.object(exchange, resource, 200, each);
            }
        }
        throw Failures.notFound(resource, route.name());
    }

    private StoredObject component(String name) {
        return server.store()
                .pretend(JsonObject.of(
                        "kind",
                        "ComponentStatus",
                        "apiVersion",
                        "v1",
                        "metadata",
                        JsonObject.of("name", name, "creationTimestamp", null),
                        "conditions",
                        JsonArray.of(JsonObject.of("type", "Healthy", "status", "True", "message", "ok"))));
    }
}
