package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.access.AccessRequest;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@code Status} objects of refused requests, in the reference's words. */
final class Failures {
    private static final String MODIFIED =
            "the object has been modified; please apply your changes to the latest version and try again";

    private Failures() {}

    /** A failure with everything given. An empty reason and null details are left out. */
    static ApiException of(int code, String reason, String message, @Nullable JsonObject details) {
        JsonObject.Builder status = JsonObject.builder(8)
                .put("kind", "Status")
                .put("apiVersion", "v1")
                .put("metadata", JsonObject.EMPTY)
                .put("status", "Failure")
                .put("message", message)
                .put("code", (long) code);
        if (!reason.isEmpty()) {
            status.put("reason", reason);
        }
        return new ApiException(status.putIfPresent("details", details).build());
    }

    private static JsonObject details(String name, String group, String kind) {
        JsonObject.Builder details = JsonObject.builder(3);
        if (!name.isEmpty()) {
            details.put("name", name);
        }
        if (!group.isEmpty()) {
            details.put("group", group);
        }
        return details.put("kind", kind).build();
    }

    static ApiException notFound(Resource resource, String name) {
        return of(
                404,
                "NotFound",
                resource.qualifiedPlural() + " \"" + name + "\" not found",
                details(name, resource.group(), resource.plural()));
    }

    static ApiException notFound(String group, String plural, String name) {
        return of(
                404,
                "NotFound",
                (group.isEmpty() ? plural : plural + "." + group) + " \"" + name + "\" not found",
                details(name, group, plural));
    }

    static ApiException namespaceNotFound(String namespace) {
        return of(404, "NotFound", "namespaces \"" + namespace + "\" not found", details(namespace, "", "namespaces"));
    }

    /** The path leads nowhere in a group that is served. */
    static ApiException noSuchResource() {
        return of(404, "NotFound", "the server could not find the requested resource", JsonObject.EMPTY);
    }

    static ApiException methodNotAllowed() {
        return of(
                405,
                "MethodNotAllowed",
                "the server does not allow this method on the requested resource",
                JsonObject.EMPTY);
    }

    static ApiException notSupported(Resource resource, String action) {
        return of(
                405,
                "MethodNotAllowed",
                action + " is not supported on resources of kind \"" + resource.qualifiedPlural() + "\"",
                details("", resource.group(), resource.plural()));
    }

    static ApiException definitionTerminating(Resource resource) {
        return of(
                405,
                "MethodNotAllowed",
                "create not allowed while custom resource definition is terminating",
                details("", resource.group(), resource.plural()));
    }

    static ApiException alreadyExists(Resource resource, String name, boolean beingDeleted) {
        return of(
                409,
                "AlreadyExists",
                (beingDeleted ? "object is being deleted: " : "") + resource.qualifiedPlural() + " \"" + name
                        + "\" already exists",
                details(name, resource.group(), resource.plural()));
    }

    static ApiException conflict(Resource resource, String name, String why) {
        return conflict(resource.group(), resource.plural(), name, why);
    }

    static ApiException conflict(String group, String plural, String name, String why) {
        String qualified = group.isEmpty() ? plural : plural + "." + group;
        return of(
                409,
                "Conflict",
                "Operation cannot be fulfilled on " + qualified + " \"" + name + "\": " + why,
                details(name, group, plural));
    }

    static ApiException modified(Resource resource, String name) {
        return conflict(resource, name, MODIFIED);
    }

    /** A scale that was made for another object of the name. */
    static ApiException scalePrecondition(Resource resource, String name, String asked, String actual) {
        String scale = resource.plural() + "/scale";
        return of(
                409,
                "Conflict",
                "Operation cannot be fulfilled on " + scale + (resource.group().isEmpty() ? "" : "." + resource.group())
                        + " \"" + name + "\": Precondition failed: UID in precondition: " + asked
                        + ", UID in object meta: " + actual,
                details(name, resource.group(), scale));
    }

    /** A precondition of a deletion that does not hold; here the reference names the kind, not the resource. */
    static ApiException precondition(Resource resource, String name, String why) {
        return of(
                409,
                "Conflict",
                "Operation cannot be fulfilled on " + resource.qualifiedKind() + " \"" + name + "\": " + why,
                details(name, resource.group(), resource.kind()));
    }

    static ApiException badRequest(String message) {
        return of(400, "BadRequest", message, null);
    }

    /** An error that the reference passes on as it is. */
    static ApiException raw(String message) {
        return of(500, "", message, null);
    }

    static ApiException internal(String message) {
        return of(
                500,
                "InternalError",
                "Internal error occurred: " + message,
                JsonObject.of("causes", JsonArray.of(JsonObject.of("message", message))));
    }

    static ApiException forbidden(Resource resource, String name, String why) {
        return of(
                403,
                "Forbidden",
                resource.qualifiedPlural() + " \"" + name + "\" is forbidden: " + why,
                details(name, resource.group(), resource.plural()));
    }

    /** Something that nobody has allowed the user to do. */
    static ApiException accessDenied(AccessRequest access, String reason) {
        String qualified = access.group().isEmpty() ? access.resource() : access.resource() + "." + access.group();
        String what = !access.resourceRequest()
                ? ""
                : access.name().isEmpty() ? qualified + " is " : qualified + " \"" + access.name() + "\" is ";
        return of(
                403,
                "Forbidden",
                what + "forbidden: " + access.refusal() + (reason.isEmpty() ? "" : ": " + reason),
                access.resourceRequest()
                        ? details(access.name(), access.group(), access.resource())
                        : JsonObject.EMPTY);
    }

    static ApiException namespaceTerminating(Resource resource, String name, String namespace) {
        return of(
                403,
                "Forbidden",
                resource.qualifiedPlural() + " \"" + name
                        + "\" is forbidden: unable to create new content in namespace " + namespace
                        + " because it is being terminated",
                details(name, resource.group(), resource.plural())
                        .with(
                                "causes",
                                JsonArray.of(JsonObject.of(
                                        "reason",
                                        "NamespaceTerminating",
                                        "message",
                                        "namespace " + namespace + " is being terminated",
                                        "field",
                                        "metadata.namespace"))));
    }

    static ApiException tooLarge(String message) {
        return of(413, "RequestEntityTooLarge", "Request entity too large: " + message, JsonObject.EMPTY);
    }

    static ApiException expired(String message) {
        return of(410, "Expired", message, null);
    }

    static ApiException revisionTooLarge(long asked, long current) {
        return of(
                504,
                "Timeout",
                "Timeout: Too large resource version: " + asked + ", current: " + current,
                JsonObject.of(
                        "causes",
                        JsonArray.of(JsonObject.of(
                                "reason", "ResourceVersionTooLarge", "message", "Too large resource version")),
                        "retryAfterSeconds",
                        1L));
    }

    static ApiException invalid(Resource resource, String name, List<FieldError> errors) {
        return invalid(resource.group(), resource.kind(), name, errors);
    }

    static ApiException invalid(String group, String kind, String name, List<FieldError> errors) {
        Set<String> messages = new LinkedHashSet<>();
        List<Object> causes = new ArrayList<>();
        for (FieldError error : errors) {
            messages.add(error.message());
            causes.add(error.cause());
        }
        String all = String.join(", ", messages);
        String qualified = group.isEmpty() ? kind : kind + "." + group;
        return of(
                422,
                "Invalid",
                qualified + " \"" + name + "\" is invalid: " + (messages.size() == 1 ? all : "[" + all + "]"),
                details(name, group, kind).with("causes", JsonArray.copyOf(causes)));
    }

    static ApiException invalidOptions(String kind, List<FieldError> errors) {
        return invalid("meta.k8s.io", kind, "", errors);
    }

    /** What a patched object must not be; the reference leaves the kind of this error empty. */
    static ApiException invalidPatch(String rendered, String why) {
        FieldError error = FieldError.invalidLiteral("patch", rendered, why);
        return of(
                422,
                "Invalid",
                " \"\" is invalid: " + error.message(),
                JsonObject.of("causes", JsonArray.of(error.cause())));
    }

    /** A JSON patch that cannot be applied: the reference says no more than this. */
    static ApiException unprocessable() {
        return of(422, "Invalid", "the server rejected our request due to an error in our request", JsonObject.EMPTY);
    }

    static ApiException unsupportedMediaType(String message, boolean details) {
        return of(415, "UnsupportedMediaType", message, details ? JsonObject.EMPTY : null);
    }

    static ApiException notAcceptable(String message, boolean details) {
        return of(406, "NotAcceptable", message, details ? JsonObject.EMPTY : null);
    }

    /** The answer to a deletion. */
    static JsonObject deleted(Resource resource, String name, @Nullable String uid) {
        JsonObject.Builder details = JsonObject.builder(4).put("name", name).put("kind", resource.plural());
        if (!resource.group().isEmpty()) {
            details.put("group", resource.group());
        }
        return success(details.putIfPresent("uid", uid).build());
    }

    /** A success, with details unless they are null. */
    static JsonObject success(@Nullable JsonObject details) {
        return JsonObject.builder(5)
                .put("kind", "Status")
                .put("apiVersion", "v1")
                .put("metadata", JsonObject.EMPTY)
                .put("status", "Success")
                .putIfPresent("details", details)
                .build();
    }
}
