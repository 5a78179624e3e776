package dev.hcp.simulator.apiserver;

import static java.util.Objects.requireNonNull;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.Yaml;
import dev.hcp.api.json.YamlSyntaxException;
import dev.hcp.api.validation.schema.GoSyntax;
import dev.hcp.api.validation.schema.Schema;
import dev.hcp.simulator.apiserver.WriteContext.FieldValidation;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PATCH requests: what a patch of any type makes of an object, decoded. */
final class Patches {
    private final ApiServer server;

    Patches(ApiServer server) {
        this.server = server;
    }

    Writes.Outcome patch(
            Exchange exchange, Resource resource, String namespace, String name, @Nullable String subresource) {
        ApiRequest request = exchange.request();
        PatchType type = PatchType.of(request, resource.custom());
        Bodies.requireSize(request);
        boolean apply = type == PatchType.APPLY;
        WriteContext context = exchange.write("Patch", apply);
        Writes.Change change = apply
                ? live -> applied(request, resource, subresource, namespace, name, live, context)
                : live -> {
                    JsonObject patched = patched(request, type, resource, requireNonNull(live), context);
                    return named(resource, namespace, name, patched);
                };
        return server.writes()
                .update(
                        resource,
                        namespace,
                        name,
                        subresource,
                        change,
                        apply ? Writes.Tracking.DONE : Writes.Tracking.TO_DO,
                        apply,
                        context);
    }

    private static JsonObject named(Resource resource, String namespace, String name, JsonObject patched) {
        JsonObject object = ObjectMeta.inNamespace(resource, namespace, patched);
        ObjectMeta.requireName(object, name);
        return object;
    }

    /** An object with a JSON, merge or strategic merge patch applied to it. */
    JsonObject patched(ApiRequest request, PatchType type, Resource resource, JsonObject live, WriteContext context) {
        PatchBody body = new PatchBody(request, type, context.fieldValidation() == FieldValidation.IGNORE);
        Object after = body.apply(live, resource.custom() ? Schema.ANY : resource.schema());
        if (after == live && body.problems().isEmpty()) {
            return live;
        }
        String why = undecodable(resource, type, after);
        if (why != null || !(after instanceof JsonObject object)) {
            throw Failures.invalidPatch(GoSyntax.quote(body.shown(after)), String.valueOf(why));
        }
        JsonObject typed = type == PatchType.STRATEGIC ? withKindOf(live, object) : object;
        if (resource.custom()) {
            KindCheck.ofPatched(resource, typed);
        }
        List<String> problems = new ArrayList<>(body.problems());
        JsonObject decoded;
        try {
            decoded = server.decoding().patched(resource, typed, live, problems);
        } catch (Decoding.Mismatch e) {
            throw Failures.invalidPatch(GoSyntax.quote(body.shown(after)), String.valueOf(e.getMessage()));
        }
        if (!problems.isEmpty() && context.fieldValidation() == FieldValidation.STRICT) {
            throw Failures.invalidPatch(
                    GoSyntax.quote(body.shown(after)), "strict decoding error: " + String.join(", ", problems));
        }
        if (context.fieldValidation() == FieldValidation.WARN) {
            problems.forEach(context::warn);
        }
        return decoded;
    }

    /** A strategic merge patch goes into an object of the kind, whatever kind it claims. */
    private static JsonObject withKindOf(JsonObject live, JsonObject object) {
        JsonObject typed = object;
        for (String name : List.of("kind", "apiVersion")) {
            typed = live.get(name) == null ? typed : typed.with(name, live.get(name));
        }
        return typed;
    }

    /** Why what a patch made is no object of the kind at all; null when it is one. */
    private @Nullable String undecodable(Resource resource, PatchType type, @Nullable Object after) {
        if (!(after instanceof JsonObject object)) {
            return Bodies.notAnObject(after);
        }
        if (type == PatchType.STRATEGIC) {
            return RestoredTypes.mismatch(object, resource.schema());
        }
        String kind = object.text("kind");
        if (resource.custom()) {
            return kind == null || kind.isEmpty() ? "Object 'Kind' is missing in '" + object + "'" : null;
        }
        return KindCheck.unconvertible(server.catalogue(), resource, object);
    }

    private JsonObject applied(
            ApiRequest request,
            Resource resource,
            @Nullable String subresource,
            String namespace,
            String name,
            @Nullable JsonObject live,
            WriteContext context) {
        List<String> duplicates = new ArrayList<>();
        JsonObject config = configuration(request, duplicates);
        JsonObject applied = server.applies()
                .applied(resource, subresource, namespace, name, live, config, isForced(request), context);
        refuseDuplicates(duplicates, context);
        return applied;
    }

    static boolean isForced(ApiRequest request) {
        return request.parameter("force").map(Boolean::parseBoolean).orElse(false);
    }

    /** The configuration of an apply. */
    static JsonObject configuration(ApiRequest request, List<String> duplicates) {
        Object value;
        try {
            value = Yaml.parse(request.text(), duplicates);
        } catch (YamlSyntaxException e) {
            throw Failures.badRequest("error decoding YAML: error converting YAML to JSON: " + e.getMessage());
        }
        if (value == null) {
            return JsonObject.EMPTY;
        }
        if (value instanceof JsonObject object) {
            return object;
        }
        throw Failures.badRequest("error decoding YAML: error unmarshaling JSON: while decoding JSON: json: cannot "
                + "unmarshal " + (value instanceof JsonArray ? "array" : PatchBody.goName(value))
                + " into Go value of type map[string]interface {}");
    }

    /** Tells of keys that are set twice, once all else is well. */
    static void refuseDuplicates(List<String> duplicates, WriteContext context) {
        if (context.fieldValidation() == FieldValidation.WARN) {
            duplicates.forEach(context::warn);
        } else if (context.fieldValidation() == FieldValidation.STRICT && !duplicates.isEmpty()) {
            throw Failures.badRequest(
                    "error strict decoding YAML: error converting YAML to JSON: yaml: unmarshal errors:\n  "
                            + String.join("\n  ", duplicates));
        }
    }
}
