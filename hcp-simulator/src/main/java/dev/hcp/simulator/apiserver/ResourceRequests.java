package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.catalogue.Resource.Trait;
import dev.hcp.simulator.apiserver.store.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests for a resource: which operation they are, and its parameters. */
final class ResourceRequests {
    private static final Set<String> NAMED = Set.of("PUT", "PATCH");

    private final ApiServer server;
    private final Reads reads;
    private final Watches watches;
    private final Presentation presentation;
    private final Patches patches;
    private final Subresources subresources;
    private final Reviews reviews;
    private final Views views;

    ResourceRequests(ApiServer server) {
        this.server = server;
        this.reads = new Reads(server);
        this.presentation = new Presentation(server);
        this.watches = new Watches(server, presentation);
        this.patches = new Patches(server);
        this.subresources = new Subresources(server, presentation, patches);
        this.reviews = new Reviews(server);
        this.views = new Views(server, presentation);
    }

    ApiResponse answer(Exchange exchange, Resource resource, Route route) {
        String method = exchange.request().method();
        if (resource.is(Trait.REVIEW)) {
            if (!method.equals("POST")) {
                throw Failures.methodNotAllowed();
            }
            if (resource.namespaced() && !route.namespaced()) {
                throw Failures.noSuchResource();
            }
            return reviews.answer(exchange, resource, route);
        }
        if (resource.is(Trait.VIEW)) {
            return views.answer(exchange, resource, route);
        }
        if (route.subresource() != null) {
            return subresources.answer(exchange, resource, route, route.subresource());
        }
        return route.name().isEmpty() ? collection(exchange, resource, route) : object(exchange, resource, route);
    }

    private ApiResponse collection(Exchange exchange, Resource resource, Route route) {
        boolean everywhere = resource.namespaced() && !route.namespaced();
        return switch (exchange.request().method()) {
            case "GET" -> list(exchange, resource, route);
            case "POST" -> {
                if (everywhere) {
                    throw Failures.methodNotAllowed();
                }
                yield create(exchange, resource, route);
            }
            case "DELETE" -> {
                if (!resource.verbs().contains("deletecollection") || everywhere) {
                    throw Failures.methodNotAllowed();
                }
                yield deleteCollection(exchange, resource, route);
            }
            default -> {
                if (resource.custom() && NAMED.contains(exchange.request().method())) {
                    throw Failures.badRequest("name must be provided");
                }
                throw Failures.methodNotAllowed();
            }
        };
    }

    private ApiResponse object(Exchange exchange, Resource resource, Route route) {
        return switch (exchange.request().method()) {
            case "GET" -> {
                if (route.watch()) {
                    yield watches.start(exchange, resource, route, ListQuery.of(exchange.request(), resource, true));
                }
                String revision =
                        exchange.request().parameter("resourceVersion").orElse("");
                yield presentation.object(
                        exchange, resource, 200, reads.get(resource, route.namespace(), route.name(), revision));
            }
            case "PUT" -> put(exchange, resource, route);
            case "PATCH" -> patch(exchange, resource, route);
            case "DELETE" -> delete(exchange, resource, route);
            case "POST" -> {
                if (!resource.custom()) {
                    throw Failures.methodNotAllowed();
                }
                yield create(exchange, resource, route);
            }
            default -> throw Failures.methodNotAllowed();
        };
    }

    private ApiResponse list(Exchange exchange, Resource resource, Route route) {
        ListQuery query = ListQuery.of(exchange.request(), resource, route.watch());
        if (query.watch()) {
            return watches.start(exchange, resource, route, query);
        }
        return presentation.list(exchange, resource, reads.list(resource, route.namespace(), query));
    }

    private ApiResponse create(Exchange exchange, Resource resource, Route route) {
        WriteContext context = exchange.write("Create", false);
        Bodies.Parsed body = Bodies.object(exchange.request(), resource.apiVersion(), resource.kind());
        KindCheck.ofCreated(resource, body.object());
        JsonObject decoded = server.decoding().tree(resource, body.object(), body.problems(), context);
        StoredObject created = server.writes().create(resource, route.namespace(), decoded, context);
        return presentation.object(exchange, resource, 201, created);
    }

    private ApiResponse put(Exchange exchange, Resource resource, Route route) {
        WriteContext context = exchange.write("Update", false);
        Bodies.Parsed body = Bodies.object(exchange.request(), resource.apiVersion(), resource.kind());
        KindCheck.ofCreated(resource, body.object());
        JsonObject decoded = server.decoding().tree(resource, body.object(), body.problems(), context);
        ObjectMeta.requireName(decoded, route.name());
        Writes.Outcome outcome = server.writes()
                .update(
                        resource,
                        route.namespace(),
                        route.name(),
                        null,
                        live -> replacing(resource, decoded, live),
                        Writes.Tracking.TO_DO,
                        resource.is(Trait.CREATE_ON_UPDATE),
                        context);
        return presentation.object(exchange, resource, outcome.created() ? 201 : 200, outcome.object());
    }

    /** The object of a PUT, after the checks that only a PUT has. */
    static JsonObject replacing(Resource resource, JsonObject object, @Nullable JsonObject live) {
        if (live == null) {
            return object;
        }
        String name = ObjectMeta.text(object, "name");
        String uid = ObjectMeta.text(object, "uid");
        String version = ObjectMeta.text(object, "resourceVersion");
        Long revision = ObjectMeta.revision(version);
        if (resource.is(Trait.LOCKED_UPDATE) && (revision == null || revision == 0)) {
            // The reference names the resource here, where other messages name the kind.
            throw Failures.invalid(
                    resource.group(),
                    resource.plural(),
                    name,
                    List.of(FieldError.invalidLiteral(
                            "metadata.resourceVersion", "0x0", "must be specified for an update")));
        }
        if (!uid.isEmpty() && !uid.equals(ObjectMeta.text(live, "uid"))) {
            String namespace = ObjectMeta.text(live, "namespace");
            throw Failures.conflict(
                    resource,
                    name,
                    "StorageError: invalid object, Code: 4, Key: /registry/"
                            + (resource.group().isEmpty() || !resource.custom() ? "" : resource.group() + "/")
                            + resource.plural() + "/" + (namespace.isEmpty() ? "" : namespace + "/") + name
                            + ", ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: "
                            + uid
                            + ", UID in object meta: " + ObjectMeta.text(live, "uid"));
        }
        return object;
    }

    private ApiResponse patch(Exchange exchange, Resource resource, Route route) {
        Writes.Outcome outcome = patches.patch(exchange, resource, route.namespace(), route.name(), null);
        return presentation.object(exchange, resource, outcome.created() ? 201 : 200, outcome.object());
    }

    private ApiResponse delete(Exchange exchange, Resource resource, Route route) {
        DeleteQuery query = DeleteQuery.of(exchange);
        Deletions.Outcome outcome =
                server.deletions().delete(resource, route.namespace(), route.name(), query.deletion(), query.context());
        if (!outcome.removed() || resource.is(Trait.RETURNS_DELETED)) {
            return presentation.object(exchange, resource, 200, outcome.object());
        }
        String uid = ObjectMeta.text(outcome.object().tree(), "uid");
        return exchange.tree(200, Failures.deleted(resource, route.name(), uid));
    }

    private ApiResponse deleteCollection(Exchange exchange, Resource resource, Route route) {
        DeleteQuery query = DeleteQuery.of(exchange);
        ListQuery selection = ListQuery.of(exchange.request(), resource, false);
        Reads.Page page = reads.list(resource, route.namespace(), selection);
        List<StoredObject> deleted = new ArrayList<>(page.items().size());
        for (StoredObject item : page.items()) {
            try {
                deleted.add(server.deletions()
                        .delete(
                                resource,
                                ObjectMeta.text(item.tree(), "namespace"),
                                ObjectMeta.text(item.tree(), "name"),
                                query.deletion(),
                                query.context())
                        .object());
            } catch (ApiException refused) {
                // Somebody else was faster: that is what was wanted.
                if (refused.code() != 404) {
                    throw refused;
                }
            }
        }
        return presentation.list(
                exchange, resource, new Reads.Page(page.revision(), deleted, page.continuation(), page.remaining()));
    }
}
