package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.kinds.ReviewKinds;
import dev.hcp.simulator.apiserver.store.StoredObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Answers {@code POST serviceaccounts/NAME/token}. */
final class TokenRequests {
    private static final long SHORTEST = 600;
    private static final long LONGEST = 1L << 32;
    private static final long USUAL = 3600;

    private final ApiServer server;

    TokenRequests(ApiServer server) {
        this.server = server;
    }

    ApiResponse answer(Exchange exchange, Resource serviceAccounts, Route route) {
        if (!exchange.request().method().equals("POST")) {
            throw Failures.methodNotAllowed();
        }
        WriteContext context = exchange.write("Create", false);
        Resource kind = ReviewKinds.tokenRequest();
        Bodies.Parsed body = Bodies.object(exchange.request(), kind.apiVersion(), kind.kind());
        KindCheck.ofCreated(kind, body.object());
        JsonObject request = server.decoding().tree(kind, body.object(), body.problems(), context);
        StoredObject account = server.store()
                .collection("/serviceaccounts")
                .get(Keys.of(serviceAccounts, route.namespace(), route.name()));
        if (account == null) {
            throw Failures.notFound(serviceAccounts, route.name());
        }
        long seconds = request.integer(USUAL, "spec", "expirationSeconds");
        check(kind, seconds);
        JsonObject spec = request.object("spec").with("expirationSeconds", seconds);
        if (spec.array("audiences").isEmpty()) {
            spec = spec.with(
                    "audiences", JsonArray.copyOf(server.authentication().audiences()));
        }
        JsonObject answered = new FieldOwnership(server.catalogue(), kind, "token")
                .created(request.with("spec", spec), context.manager(), server.timestamp());
        if (spec.get("boundObjectRef") == null) {
            spec = spec.with("boundObjectRef", null);
        }
        Instant expiry = server.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(seconds);
        String token = server.serviceAccountTokens()
                .issue(
                        account.tree(),
                        spec.array("audiences").stream().map(String::valueOf).toList(),
                        expiry,
                        bound(route, spec.object("boundObjectRef")));
        return exchange.tree(
                201,
                answered.withAt(route.name(), "metadata", "name")
                        .withAt(route.namespace(), "metadata", "namespace")
                        .withAt(server.timestamp(), "metadata", "creationTimestamp")
                        .with("spec", spec)
                        .with("status", JsonObject.of("token", token, "expirationTimestamp", expiry.toString())));
    }

    private static void check(Resource kind, long seconds) {
        String problem = seconds < SHORTEST
                ? "may not specify a duration less than 10 minutes"
                : seconds > LONGEST ? "may not specify a duration larger than 2^32 seconds" : "";
        if (!problem.isEmpty()) {
            throw Failures.invalid(kind, "", List.of(FieldError.invalid("spec.expirationSeconds", seconds, problem)));
        }
    }

    /** The claims that bind a token to an object, which has to be there. */
    private JsonObject bound(Route route, JsonObject reference) {
        if (reference.isEmpty()) {
            return JsonObject.EMPTY;
        }
        String kind = String.valueOf(reference.text("kind"));
        String version = String.valueOf(reference.text("apiVersion"));
        String name = String.valueOf(reference.text("name"));
        String plural =
                switch (version + " " + kind) {
                    case "v1 Pod" -> "pods";
                    case "v1 Secret" -> "secrets";
                    case "v1 Node" -> "nodes";
                    default ->
                        throw Failures.badRequest("cannot bind token to object of type " + version + ", Kind=" + kind);
                };
        String key = plural.equals("nodes") ? name : route.namespace() + "/" + name;
        StoredObject found = server.store().collection("/" + plural).get(key);
        if (found == null) {
            throw Failures.notFound("", plural, name);
        }
        String uid = ObjectMeta.text(found.tree(), "uid");
        String wanted = reference.text("uid");
        if (wanted != null && !wanted.isEmpty() && !wanted.equals(uid)) {
            throw Failures.conflict(
                    "",
                    plural,
                    name,
                    "the UID in the bound object reference (" + wanted + ") does not match the UID in record (" + uid
                            + "). The object might have been deleted and then recreated");
        }
        JsonObject claims =
                JsonObject.of(plural.substring(0, plural.length() - 1), JsonObject.of("name", name, "uid", uid));
        return plural.equals("pods") ? withNode(route, found.tree(), claims) : claims;
    }

    private JsonObject withNode(Route route, JsonObject pod, JsonObject claims) {
        if (!route.name().equals(pod.text("spec", "serviceAccountName"))) {
            throw Failures.badRequest("cannot bind token for serviceaccount \"" + route.name()
                    + "\" to pod running with different serviceaccount name.");
        }
        String node = pod.text("spec", "nodeName");
        if (node == null || node.isEmpty()) {
            return claims;
        }
        StoredObject found = server.store().collection("/nodes").get(node);
        return found == null
                ? claims.with("node", JsonObject.of("name", node))
                : claims.with("node", JsonObject.of("name", node, "uid", ObjectMeta.text(found.tree(), "uid")));
    }
}
