package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.JsonSyntaxException;
import dev.hcp.api.json.Yaml;
import dev.hcp.api.json.YamlSyntaxException;
import dev.hcp.api.validation.schema.GoSyntax;
import dev.hcp.api.validation.schema.Schema;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.patch.JsonPatch;
import dev.hcp.simulator.apiserver.patch.MergePatch;
import dev.hcp.simulator.apiserver.patch.StrategicMergePatch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PATCH requests, by the type of their body. */
final class Patches {
    private static final int MOST_OPERATIONS = 10000;

    private final ApiServer server;

    Patches(ApiServer server) {
        this.server = server;
    }

    /** The change of a patch, over trees of any resource. */
    @FunctionalInterface
    interface TreePatch {
        JsonObject apply(JsonObject live);
    }

    Writes.Outcome patch(
            Exchange exchange, Resource resource, String namespace, String name, @Nullable String subresource) {
        ApiRequest request = exchange.request();
        String type = Bodies.mediaType(request);
        if (type.equals("application/apply-patch+yaml")) {
            return apply(exchange, resource, namespace, name, subresource);
        }
        WriteContext context = exchange.write("Patch", false);
        TreePatch patch = parse(request, resource, resource.custom() ? Schema.ANY : resource.schema());
        return server.writes()
                .update(
                        resource,
                        namespace,
                        name,
                        subresource,
                        live -> {
                            JsonObject before = java.util.Objects.requireNonNull(live);
                            return decoded(resource, name, before, patch.apply(before), context);
                        },
                        Writes.Tracking.TO_DO,
                        false,
                        context);
    }

    private JsonObject decoded(
            Resource resource, String name, JsonObject before, JsonObject after, WriteContext context) {
        if (after == before) {
            return before;
        }
        if (resource.custom()) {
            KindCheck.ofPatched(resource, after);
        }
        List<String> problems = new ArrayList<>();
        JsonObject decoded;
        try {
            decoded = server.decoding().prune(resource, after, problems);
        } catch (Decoding.Mismatch e) {
            throw Failures.invalidPatch(GoSyntax.quote(Json.write(after)), String.valueOf(e.getMessage()));
        }
        if (!problems.isEmpty() && context.fieldValidation() == WriteContext.FieldValidation.STRICT) {
            throw Failures.invalidPatch(
                    GoSyntax.quote(Json.write(after)), "strict decoding error: " + String.join(", ", problems));
        }
        if (context.fieldValidation() == WriteContext.FieldValidation.WARN) {
            problems.forEach(context::warn);
        }
        ObjectMeta.requireName(decoded, name);
        return decoded;
    }

    /**
     * The patch in a request's body; another type than the known ones is a 415.
     *
     * @param resource the resource, or null for a sub-resource with a kind of its own
     * @param schema how lists merge in a strategic merge patch
     */
    TreePatch parse(ApiRequest request, @Nullable Resource resource, Schema schema) {
        Bodies.requireSize(request);
        boolean custom = resource != null && resource.custom();
        return switch (Bodies.mediaType(request)) {
            case "application/merge-patch+json" -> mergePatch(request);
            case "application/json-patch+json" -> jsonPatch(request);
            case "application/strategic-merge-patch+json" -> {
                if (custom) {
                    throw unsupported(resource);
                }
                yield strategicPatch(request, schema);
            }
            case "application/apply-patch+yaml" -> {
                JsonObject config = applied(request);
                yield live -> MergePatch.apply(live, config);
            }
            default -> throw unsupported(resource);
        };
    }

    private static TreePatch jsonPatch(ApiRequest request) {
        Object body = body(request, "error decoding patch: ");
        if (!(body instanceof JsonArray operations)) {
            throw Failures.badRequest("error decoding patch: json: cannot unmarshal " + goName(body)
                    + " into Go value of type []handlers.jsonPatchOp");
        }
        if (operations.size() > MOST_OPERATIONS) {
            throw Failures.tooLarge("The allowed maximum operations in a JSON patch is " + MOST_OPERATIONS + ", got "
                    + operations.size());
        }
        for (Object operation : operations) {
            if (!(operation instanceof JsonObject)) {
                throw Failures.badRequest("error decoding patch: json: cannot unmarshal " + goName(operation)
                        + " into Go value of type handlers.jsonPatchOp");
            }
        }
        return live -> {
            try {
                return JsonPatch.apply(live, operations) instanceof JsonObject patched ? patched : JsonObject.EMPTY;
            } catch (JsonPatch.Mismatch e) {
                throw Failures.unprocessable();
            }
        };
    }

    private static TreePatch strategicPatch(ApiRequest request, Schema schema) {
        if (!(body(request, "") instanceof JsonObject patch)) {
            throw Failures.badRequest("json: cannot unmarshal " + goName(Json.parse(request.body()))
                    + " into Go value of type map[string]interface {}");
        }
        return live -> {
            try {
                return StrategicMergePatch.apply(live, patch, schema);
            } catch (StrategicMergePatch.Mismatch e) {
                throw Failures.raw(String.valueOf(e.getMessage()));
            }
        };
    }

    private static @Nullable Object body(ApiRequest request, String prefix) {
        try {
            return Json.parse(request.body());
        } catch (JsonSyntaxException e) {
            throw Failures.badRequest(prefix + GoJson.problem(request.body()));
        }
    }

    private static String goName(@Nullable Object value) {
        if (value instanceof JsonArray) {
            return "array";
        }
        if (value instanceof JsonObject) {
            return "object";
        }
        return value instanceof String ? "string" : value instanceof Boolean ? "bool" : "number";
    }

    private static ApiException unsupported(@Nullable Resource resource) {
        if (resource == null || !resource.custom()) {
            return Failures.unsupportedMediaType("415: Unsupported Media Type", true);
        }
        return Failures.unsupportedMediaType(
                "the body of the request was in an unknown format - accepted media types include: "
                        + "application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml",
                false);
    }

    private static TreePatch mergePatch(ApiRequest request) {
        Object patch = body(request, "error decoding patch: ");
        if (patch == null) {
            throw Failures.badRequest("Invalid JSON Patch");
        }
        if (!(patch instanceof JsonObject members)) {
            throw Failures.badRequest("error decoding patch: json: cannot unmarshal " + goName(patch)
                    + " into Go value of type map[string]interface {}");
        }
        return live -> MergePatch.apply(live, members);
    }

    private static JsonObject applied(ApiRequest request) {
        Bodies.requireSize(request);
        try {
            return Yaml.parse(request.text(), new ArrayList<>()) instanceof JsonObject object
                    ? object
                    : JsonObject.EMPTY;
        } catch (YamlSyntaxException e) {
            throw Failures.badRequest("error decoding YAML: error converting YAML to JSON: " + e.getMessage());
        }
    }

    private Writes.Outcome apply(
            Exchange exchange, Resource resource, String namespace, String name, @Nullable String subresource) {
        WriteContext context = exchange.write("Patch", true);
        JsonObject config = applied(exchange.request());
        boolean force =
                exchange.request().parameter("force").map("true"::equals).orElse(false);
        return server.applies().apply(resource, namespace, name, subresource, config, force, context);
    }
}
