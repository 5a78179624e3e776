package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.store.StoredObject;

/** Requests for sub-resources. */
final class Subresources {
    private final ApiServer server;
    private final Presentation presentation;
    private final Patches patches;
    private final Reads reads;

    Subresources(ApiServer server, Presentation presentation, Patches patches) {
        this.server = server;
        this.presentation = presentation;
        this.patches = patches;
        this.reads = new Reads(server);
    }

    ApiResponse answer(Exchange exchange, Resource resource, Route route, String subresource) {
        if (resource.subresource(subresource).isEmpty()) {
            throw resource.custom() ? Failures.notFound(resource, route.name()) : Failures.noSuchResource();
        }
        return switch (subresource) {
            case "status" -> status(exchange, resource, route);
            case "finalize" -> finalizeNamespace(exchange, resource, route);
            default -> throw Failures.noSuchResource();
        };
    }

    private ApiResponse status(Exchange exchange, Resource resource, Route route) {
        return switch (exchange.request().method()) {
            case "GET" ->
                presentation.object(exchange, resource, 200, reads.get(resource, route.namespace(), route.name(), ""));
            case "PUT" -> replace(exchange, resource, route, "status");
            case "PATCH" ->
                presentation.object(
                        exchange,
                        resource,
                        200,
                        patches.patch(exchange, resource, route.namespace(), route.name(), "status")
                                .object());
            case "DELETE" ->
                throw resource.custom() ? Failures.notSupported(resource, "delete") : Failures.methodNotAllowed();
            default -> throw Failures.methodNotAllowed();
        };
    }

    private ApiResponse replace(Exchange exchange, Resource resource, Route route, String subresource) {
        WriteContext context = exchange.write("Update", false);
        Bodies.Parsed body = Bodies.object(exchange.request(), resource.kind());
        KindCheck.ofCreated(resource, body.object());
        JsonObject decoded = server.decoding().tree(resource, body.object(), body.problems(), context);
        ObjectMeta.requireName(decoded, route.name());
        StoredObject updated = server.writes()
                .update(
                        resource,
                        route.namespace(),
                        route.name(),
                        subresource,
                        live -> ResourceRequests.replacing(resource, decoded, live),
                        Writes.Tracking.TO_DO,
                        false,
                        context)
                .object();
        return presentation.object(exchange, resource, 200, updated);
    }

    private ApiResponse finalizeNamespace(Exchange exchange, Resource resource, Route route) {
        if (!exchange.request().method().equals("PUT")) {
            throw Failures.methodNotAllowed();
        }
        return replace(exchange, resource, route, "finalize");
    }
}
