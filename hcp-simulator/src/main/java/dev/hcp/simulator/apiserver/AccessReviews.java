package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.GoSyntax;
import dev.hcp.simulator.apiserver.access.AccessRequest;
import dev.hcp.simulator.apiserver.access.Authorizer;
import dev.hcp.simulator.apiserver.access.Decision;
import dev.hcp.simulator.apiserver.access.PolicyRule;
import dev.hcp.simulator.apiserver.access.User;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers what somebody may do. */
final class AccessReviews {
    private final Authorizer authorizer;

    AccessReviews(Authorizer authorizer) {
        this.authorizer = authorizer;
    }

    /** Whether the asker may do something: the status. */
    JsonObject ofSelf(JsonObject review, User user) {
        List<FieldError> errors = new ArrayList<>();
        checkAttributes(review.object("spec"), errors);
        refuse(errors);
        return status(access(review.object("spec"), user));
    }

    /** Whether somebody else may do something: the status. */
    JsonObject ofSubject(JsonObject review) {
        List<FieldError> errors = new ArrayList<>();
        checkSubject(review.object("spec"), errors);
        refuse(errors);
        return status(access(review.object("spec"), subject(review.object("spec"))));
    }

    /** Whether somebody may do something in the namespace of the request: the status. */
    JsonObject ofSubjectIn(String namespace, JsonObject review) {
        JsonObject spec = review.object("spec");
        String own = ObjectMeta.text(review, "namespace");
        List<FieldError> errors = new ArrayList<>();
        checkSubject(spec, errors);
        String asked = spec.text("resourceAttributes", "namespace");
        if (spec.get("resourceAttributes") != null && !own.equals(asked == null ? "" : asked)) {
            errors.add(FieldError.invalid(
                    "spec.resourceAttributes.namespace", asked == null ? "" : asked, "must match metadata.namespace"));
        }
        if (spec.get("nonResourceAttributes") != null) {
            errors.add(FieldError.invalidLiteral(
                    "spec.nonResourceAttributes", pathAttributes(spec), "disallowed on this kind of request"));
        }
        refuse(errors);
        if (!own.equals(namespace)) {
            throw Failures.badRequest("spec.resourceAttributes.namespace must match namespace: " + namespace);
        }
        return status(access(spec, subject(spec)));
    }

    /** All that the asker may do in a namespace: the status. */
    JsonObject rules(JsonObject review, User user) {
        String namespace = review.text("spec", "namespace");
        if (namespace == null || namespace.isEmpty()) {
            throw Failures.badRequest("no namespace on request");
        }
        Authorizer.Rules known = authorizer.rules(user, namespace);
        List<Object> resources = new ArrayList<>();
        List<Object> paths = new ArrayList<>();
        for (PolicyRule rule : known.rules()) {
            if (!rule.resources().isEmpty()) {
                resources.add(rule.resourceRule());
            }
            if (!rule.paths().isEmpty()) {
                paths.add(rule.pathRule());
            }
        }
        JsonObject status = JsonObject.of(
                "resourceRules",
                JsonArray.copyOf(resources),
                "nonResourceRules",
                JsonArray.copyOf(paths),
                "incomplete",
                !known.problem().isEmpty());
        return known.problem().isEmpty() ? status : status.with("evaluationError", known.problem());
    }

    private JsonObject status(AccessRequest access) {
        Decision decision = authorizer.authorize(access);
        JsonObject status = JsonObject.of("allowed", decision.allowed());
        return decision.reason().isEmpty() ? status : status.with("reason", decision.reason());
    }

    private static AccessRequest access(JsonObject spec, User user) {
        JsonObject resource = spec.object("resourceAttributes");
        if (spec.get("resourceAttributes") == null) {
            JsonObject path = spec.object("nonResourceAttributes");
            return AccessRequest.toPath(user, text(path, "verb"), text(path, "path"));
        }
        return AccessRequest.toResource(
                user,
                text(resource, "verb"),
                text(resource, "namespace"),
                text(resource, "group"),
                text(resource, "resource"),
                text(resource, "subresource"),
                text(resource, "name"));
    }

    private static User subject(JsonObject spec) {
        Map<String, List<String>> extra = new LinkedHashMap<>();
        JsonObject given = spec.object("extra");
        for (String key : given.keySet()) {
            extra.put(key, texts(given.array(key)));
        }
        return new User(text(spec, "user"), text(spec, "uid"), texts(spec.array("groups")), extra);
    }

    private static List<String> texts(JsonArray array) {
        return array.stream().map(String::valueOf).toList();
    }

    private static String text(JsonObject object, String member) {
        String text = object.text(member);
        return text == null ? "" : text;
    }

    private static void checkAttributes(JsonObject spec, List<FieldError> errors) {
        boolean resource = spec.get("resourceAttributes") != null;
        boolean path = spec.get("nonResourceAttributes") != null;
        if (resource && path) {
            errors.add(FieldError.invalidLiteral(
                    "spec.nonResourceAttributes",
                    pathAttributes(spec),
                    "cannot be specified in combination with resourceAttributes"));
        }
        if (!resource && !path) {
            errors.add(FieldError.invalidLiteral(
                    "spec.resourceAttributes",
                    "\"null\"",
                    "exactly one of nonResourceAttributes or resourceAttributes must be specified"));
        }
    }

    private static void checkSubject(JsonObject spec, List<FieldError> errors) {
        checkAttributes(spec, errors);
        if (text(spec, "user").isEmpty() && spec.array("groups").isEmpty()) {
            errors.add(FieldError.invalid("spec.user", "", "at least one of user or group must be specified"));
        }
    }

    private static String pathAttributes(JsonObject spec) {
        JsonObject attributes = spec.object("nonResourceAttributes");
        return "authorization.NonResourceAttributes{Path:" + GoSyntax.quote(text(attributes, "path")) + ", Verb:"
                + GoSyntax.quote(text(attributes, "verb")) + "}";
    }

    /** The reference leaves the kind of these errors empty. */
    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Failures.invalid("authorization.k8s.io", "", "", errors);
        }
    }
}
