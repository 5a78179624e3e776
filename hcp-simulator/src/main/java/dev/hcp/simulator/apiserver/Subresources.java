package dev.hcp.simulator.apiserver;

import static java.util.Objects.requireNonNull;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.catalogue.ScalePaths;
import dev.hcp.simulator.apiserver.store.StoredObject;

/** Requests for sub-resources. */
final class Subresources {
    private final ApiServer server;
    private final Presentation presentation;
    private final Patches patches;
    private final Reads reads;
    private final PodSubresources pods;
    private final PodConnections connections;
    private final ScaleRequests scales;
    private final TokenRequests tokens;
    private final Unreachable unreachable;

    Subresources(ApiServer server, Presentation presentation, Patches patches) {
        this.server = server;
        this.presentation = presentation;
        this.patches = patches;
        this.reads = new Reads(server);
        this.pods = new PodSubresources(server);
        this.connections = new PodConnections(server);
        this.scales = new ScaleRequests(server, patches);
        this.tokens = new TokenRequests(server);
        this.unreachable = new Unreachable(server);
    }

    ApiResponse answer(Exchange exchange, Resource resource, Route route, String path) {
        String subresource = Unreachable.isProxied(path) ? Unreachable.PROXY : path;
        if (resource.subresource(subresource).isEmpty()) {
            throw resource.custom() ? Failures.notFound(resource, route.name()) : Failures.noSuchResource();
        }
        return switch (subresource) {
            case "status", "approval", "ephemeralcontainers" -> part(exchange, resource, route, subresource);
            case "finalize" -> finalizeNamespace(exchange, resource, route);
            case "scale" -> scale(exchange, resource, route, requireNonNull(resource.scale()));
            case "binding" -> pods.bind(exchange, resource, route);
            case "token" -> tokens.answer(exchange, resource, route);
            case "eviction" -> pods.evict(exchange, resource, route);
            case "log" -> connections.log(exchange, resource, route);
            case "exec" -> connections.exec(exchange, resource, route);
            case "attach" -> connections.attach(exchange, resource, route);
            case "portforward", Unreachable.PROXY -> throw unreachable.refuse(resource, route, subresource);
            default -> throw Failures.noSuchResource();
        };
    }

    private ApiResponse scale(Exchange exchange, Resource resource, Route route, ScalePaths paths) {
        switch (exchange.request().method()) {
            case "GET" -> {
                JsonObject object =
                        reads.get(resource, route.namespace(), route.name(), "").tree();
                return exchange.tree(200, Scales.of(resource, paths, object));
            }
            case "PUT" -> {
                WriteContext context = exchange.write("Update", false);
                Bodies.Parsed body = Bodies.object(exchange.request(), Scales.SCALE.apiVersion(), "Scale");
                KindCheck.ofCreated(Scales.SCALE, body.object());
                JsonObject scale = server.decoding().tree(Scales.SCALE, body.object(), body.problems(), context);
                ObjectMeta.requireName(scale, route.name());
                return scales.update(exchange, resource, route, paths, current -> scale, context);
            }
            case "PATCH" -> {
                return scales.patch(exchange, resource, route, paths);
            }
            default -> throw Failures.methodNotAllowed();
        }
    }

    /** An endpoint that shows the whole object and writes a part of it. */
    private ApiResponse part(Exchange exchange, Resource resource, Route route, String subresource) {
        return switch (exchange.request().method()) {
            case "GET" ->
                presentation.object(exchange, resource, 200, reads.get(resource, route.namespace(), route.name(), ""));
            case "PUT" -> replace(exchange, resource, route, subresource);
            case "PATCH" ->
                presentation.object(
                        exchange,
                        resource,
                        200,
                        patches.patch(exchange, resource, route.namespace(), route.name(), subresource)
                                .object());
            case "DELETE" ->
                throw resource.custom() ? Failures.notSupported(resource, "delete") : Failures.methodNotAllowed();
            default -> throw Failures.methodNotAllowed();
        };
    }

    private ApiResponse replace(Exchange exchange, Resource resource, Route route, String subresource) {
        WriteContext context = exchange.write("Update", false);
        Bodies.Parsed body = Bodies.object(exchange.request(), resource.apiVersion(), resource.kind());
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
