package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.access.User;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import java.util.List;

/** Reviews: questions about identity and permission that are answered, not stored. */
final class Reviews {
    private final ApiServer server;
    private final AccessReviews access;

    Reviews(ApiServer server) {
        this.server = server;
        this.access = new AccessReviews(server.access().authorizer());
    }

    ApiResponse answer(Exchange exchange, Resource resource, Route route) {
        WriteContext context = exchange.write("Create", false);
        Bodies.Parsed body = Bodies.object(exchange.request(), resource.apiVersion(), resource.kind());
        KindCheck.ofCreated(resource, body.object());
        JsonObject decoded = server.decoding().tree(resource, body.object(), body.problems(), context);
        JsonObject review = new FieldOwnership(server.catalogue(), resource, null)
                .created(decoded, context.manager(), server.timestamp())
                .withAt(null, "metadata", "creationTimestamp");
        return exchange.tree(201, answered(resource, route, review, exchange.user()));
    }

    private JsonObject answered(Resource resource, Route route, JsonObject review, User user) {
        return switch (resource.plural()) {
            case "selfsubjectreviews" ->
                fresh(resource)
                        .with("metadata", JsonObject.of("creationTimestamp", server.timestamp()))
                        .with("status", JsonObject.of("userInfo", user.info()));
            case "selfsubjectrulesreviews" ->
                fresh(resource).with("spec", JsonObject.EMPTY).with("status", access.rules(review, user));
            case "tokenreviews" -> review.with("status", tokenStatus(review));
            case "selfsubjectaccessreviews" -> review.with("status", access.ofSelf(review, user));
            case "localsubjectaccessreviews" -> {
                JsonObject placed = ObjectMeta.inNamespace(resource, route.namespace(), review);
                yield placed.with("status", access.ofSubjectIn(route.namespace(), placed));
            }
            default -> review.with("status", access.ofSubject(review));
        };
    }

    /** An answer that does not repeat the question. */
    private static JsonObject fresh(Resource resource) {
        JsonObject metadata = JsonObject.of("creationTimestamp", null);
        return JsonObject.of("apiVersion", resource.apiVersion(), "kind", resource.kind(), "metadata", metadata);
    }

    private JsonObject tokenStatus(JsonObject review) {
        String token = review.text("spec", "token");
        if (token == null || token.isEmpty()) {
            throw Failures.badRequest("token is required for TokenReview in authentication");
        }
        List<String> asked =
                review.array("spec", "audiences").stream().map(String::valueOf).toList();
        Authentication authentication = server.authentication();
        TokenOwner owner = authentication.owner(token, asked.isEmpty() ? authentication.audiences() : asked);
        if (owner.user() == null) {
            return JsonObject.of("user", JsonObject.EMPTY, "error", owner.problem());
        }
        return JsonObject.of(
                "authenticated", true, "user", owner.user().info(), "audiences", JsonArray.copyOf(owner.audiences()));
    }
}
