package dev.hcp.simulator.apiserver;

import dev.hcp.simulator.apiserver.access.AccessRequest;
import dev.hcp.simulator.apiserver.catalogue.Catalogue;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.protobuf.ProtobufObjects;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds who answers a request: documents of the server, or a resource. */
final class RequestHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);
    /** Sub-resources whose answers are no objects. */
    private static final Set<String> STREAMED = Set.of("attach", "exec", "log", "portforward", "proxy");

    private final ApiServer server;
    private final ResourceRequests resources;
    private final ServerDocuments documents;
    private final OpenApiDocuments openApi;
    private final IssuerDocuments issuer;
    private final Metrics metrics;

    RequestHandler(ApiServer server) {
        this.server = server;
        this.resources = new ResourceRequests(server);
        this.documents = new ServerDocuments(server);
        this.openApi = new OpenApiDocuments(server);
        this.issuer = new IssuerDocuments(server);
        this.metrics = new Metrics(server);
    }

    ApiResponse handle(ApiRequest request) {
        Exchange exchange;
        try {
            exchange = begin(request);
        } catch (IllegalArgumentException malformed) {
            return malformed();
        }
        try {
            return attempt(exchange);
        } catch (FutureRevisionException early) {
            return exchange.failure(early);
        }
    }

    CompletionStage<ApiResponse> handle(ApiRequest request, ApiHandler.Patience patience) {
        try {
            return CompletableFuture.completedFuture(attempt(begin(request)));
        } catch (FutureRevisionException early) {
            return patience.await(server.store().reached(early.revision())).thenApply(over -> handle(request));
        } catch (IllegalArgumentException malformed) {
            return CompletableFuture.completedFuture(malformed());
        }
    }

    /** What Go's HTTP server says of a path that it cannot decode, before any handler sees it. */
    private static ApiResponse malformed() {
        return Exchange.text(400, "400 Bad Request");
    }

    private Exchange begin(ApiRequest request) {
        String path = path(request);
        List<String> segments = Route.segments(path);
        return new Exchange(request, segments, RequestedAccess.of(request, path, segments));
    }

    private ApiResponse attempt(Exchange exchange) {
        ApiResponse response = respond(exchange);
        metrics.count(exchange.request(), exchange.access(), response.status());
        return response;
    }

    private ApiResponse respond(Exchange exchange) {
        try {
            AccessRequest access = server.access().admit(exchange.request(), exchange.access());
            exchange.admitted(access, server.access().permissions(access));
            return answer(exchange, exchange.segments());
        } catch (FutureRevisionException early) {
            throw early;
        } catch (Impersonation.Incomplete e) {
            return AccessControl.incomplete(exchange.request().path(), e);
        } catch (ApiException refused) {
            return exchange.failure(refused);
        } catch (RuntimeException e) {
            return failed(exchange, e);
        }
    }

    private static ApiResponse failed(Exchange exchange, RuntimeException e) {
        LOG.error("cannot answer {}", exchange.request(), e);
        return exchange.failure(Failures.internal(String.valueOf(e.getMessage())));
    }

    private String path(ApiRequest request) {
        String base = server.options().basePath();
        String path = request.path();
        return !base.isEmpty() && path.startsWith(base + "/") ? path.substring(base.length()) : path;
    }

    private ApiResponse answer(Exchange exchange, List<String> segments) {
        if (segments.isEmpty()) {
            return documents.root(exchange);
        }
        return switch (segments.get(0)) {
            case "api", "apis" -> api(exchange, segments);
            case "version" -> documents.version(exchange, segments);
            case "openapi" -> openApi.answer(exchange, segments);
            case "metrics" -> metrics.answer(exchange);
            case ".well-known", "openid" -> issuer.answer(exchange, segments);
            case "healthz", "livez", "readyz" -> documents.health(exchange, segments);
            default -> notFound();
        };
    }

    private ApiResponse api(Exchange exchange, List<String> segments) {
        boolean core = segments.get(0).equals("api");
        Catalogue catalogue = server.catalogue();
        int depth = segments.size() - (core ? 0 : 1);
        if (segments.size() == 1) {
            return core ? documents.core(exchange) : documents.groups(exchange);
        }
        String group = core ? "" : segments.get(1);
        if (!core && segments.size() == 2) {
            return catalogue.hasGroup(group) ? documents.group(exchange, group) : notFound();
        }
        String version = segments.get(core ? 1 : 2);
        boolean served = catalogue.versions(group).contains(version);
        if (!served) {
            return notFound();
        }
        if (depth == 2) {
            return documents.groupVersion(exchange, group, version);
        }
        Route route = Route.of(segments);
        if (route == null) {
            return notFound();
        }
        return resource(exchange, catalogue, route);
    }

    private ApiResponse resource(Exchange exchange, Catalogue catalogue, Route route) {
        Resource resource = catalogue.find(route.group(), route.version(), route.resource());
        boolean customGroup =
                catalogue.resources(route.group(), route.version()).stream().allMatch(Resource::custom);
        if (resource == null) {
            if (customGroup) {
                return notFound();
            }
            throw Failures.noSuchResource();
        }
        boolean misplaced =
                resource.namespaced() ? !route.namespaced() && !route.name().isEmpty() : route.namespaced();
        if (misplaced) {
            if (resource.custom()) {
                return notFound();
            }
            throw Failures.noSuchResource();
        }
        boolean everywhere = resource.namespaced() && !route.namespaced();
        if (everywhere && resource.custom() && !exchange.request().method().equals("GET")) {
            return notFound();
        }
        boolean streamed = route.subresource() != null && STREAMED.contains(route.subresource());
        if (!resource.custom() && !streamed) {
            boolean lists =
                    route.name().isEmpty() && exchange.request().method().equals("GET");
            Negotiation.requireRepresentation(exchange.request(), lists);
        }
        boolean binary = ProtobufObjects.isKnown(resource.apiVersion(), resource.kind());
        exchange.negotiate(binary ? Negotiation.Endpoint.OBJECTS : Negotiation.Endpoint.TEXT_OBJECTS);
        if (!resource.deprecation().isEmpty()) {
            exchange.warn(resource.deprecation());
        }
        return resources.answer(exchange, resource, route);
    }

    private static ApiResponse notFound() {
        return Exchange.text(404, ServerDocuments.NOT_FOUND);
    }
}
