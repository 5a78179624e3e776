package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import java.util.List;

/**
 * Reviews: questions about identity and permission that are answered, not stored. Nothing is refused: authorization is
 * not part of this server, whoever gets through the transport may do everything.
 */
final class Reviews {
    private static final JsonObject ADMINISTRATOR =
            JsonObject.of("username", "system:admin", "groups", JsonArray.of("system:masters", "system:authenticated"));

    private final ApiServer server;

    Reviews(ApiServer server) {
        this.server = server;
    }

    ApiResponse answer(Exchange exchange, Resource resource) {
        exchange.write("Create", false);
        Bodies.Parsed body = Bodies.object(exchange.request(), resource.apiVersion(), resource.kind());
        KindCheck.ofCreated(resource, body.object());
        JsonObject object = body.object().with("kind", resource.kind()).with("apiVersion", resource.apiVersion());
        return exchange.tree(201, review(resource, object));
    }

    private JsonObject review(Resource resource, JsonObject object) {
        JsonObject spec = object.object("spec");
        return switch (resource.plural()) {
            case "selfsubjectreviews" ->
                object.withAt(server.timestamp(), "metadata", "creationTimestamp")
                        .with("status", JsonObject.of("userInfo", ADMINISTRATOR));
            case "selfsubjectrulesreviews" -> {
                if (spec.text("namespace") == null) {
                    throw Failures.badRequest("no namespace on request");
                }
                yield object.with("spec", JsonObject.EMPTY).with("status", everything());
            }
            case "tokenreviews" ->
                object.with(
                        "status",
                        spec.text("token") == null
                                ? JsonObject.of("user", JsonObject.EMPTY, "error", "no token in the request")
                                : JsonObject.of("authenticated", true, "user", ADMINISTRATOR));
            default -> {
                if ((spec.get("resourceAttributes") == null) == (spec.get("nonResourceAttributes") == null)) {
                    throw Failures.invalid(
                            "authorization.k8s.io",
                            "",
                            "",
                            List.of(FieldError.invalidLiteral(
                                    "spec.resourceAttributes",
                                    "\"null\"",
                                    "exactly one of nonResourceAttributes or resourceAttributes must be specified")));
                }
                yield object.withAt(null, "metadata", "creationTimestamp")
                        .with("status", JsonObject.of("allowed", true));
            }
        };
    }

    private static JsonObject everything() {
        JsonArray all = JsonArray.of("*");
        return JsonObject.of(
                "resourceRules",
                JsonArray.of(JsonObject.of("verbs", all, "apiGroups", all, "resources", all)),
                "nonResourceRules",
                JsonArray.of(JsonObject.of("verbs", all, "nonResourceURLs", all)),
                "incomplete",
                false);
    }
}
