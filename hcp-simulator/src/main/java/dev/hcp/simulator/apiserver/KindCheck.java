package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whether a body is of the kind and version that its path asks for. */
final class KindCheck {
    private KindCheck() {}

    /** Refuses the body of a POST or PUT of another kind or version. */
    static void ofCreated(Resource resource, JsonObject object) {
        String kind = String.valueOf(object.get("kind") == null ? "" : object.get("kind"));
        String apiVersion = String.valueOf(object.get("apiVersion") == null ? "" : object.get("apiVersion"));
        if (kind.isEmpty() && !resource.custom()) {
            return;
        }
        if (kind.isEmpty()) {
            String json = Json.write(object);
            throw Bodies.unrecognised(
                    resource.kind(),
                    "Object 'Kind' is missing in '" + json + "'",
                    json.getBytes(StandardCharsets.UTF_8));
        }
        if (resource.custom() && apiVersion.equals(resource.apiVersion())) {
            if (!kind.equals(resource.kind())) {
                throw Failures.invalid(
                        resource.group(),
                        kind,
                        ObjectMeta.text(object, "name"),
                        List.of(FieldError.invalid("kind", kind, "must be " + resource.kind())));
            }
            return;
        }
        if (!apiVersion.equals(resource.apiVersion()) && (resource.custom() || kind.equals(resource.kind()))) {
            throw Failures.badRequest("the API version in the data (" + apiVersion
                    + ") does not match the expected API version (" + resource.apiVersion() + ")");
        }
        if (!kind.equals(resource.kind())) {
            String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
            throw Failures.badRequest(kind + " in version \"" + version + "\" cannot be handled as a "
                    + resource.kind() + ": converting (" + version + "." + kind + ") to (core." + resource.kind()
                    + "): unknown conversion");
        }
    }

    /** Refuses a patched object of another kind or version. */
    static void ofPatched(Resource resource, JsonObject object) {
        String kind = String.valueOf(object.get("kind"));
        String apiVersion = String.valueOf(object.get("apiVersion"));
        String name = ObjectMeta.text(object, "name");
        if (!apiVersion.equals(resource.apiVersion())) {
            throw Failures.invalid(
                    resource.group(),
                    kind,
                    name,
                    List.of(FieldError.invalid("apiVersion", apiVersion, "must be " + resource.apiVersion())));
        }
        if (!kind.equals(resource.kind())) {
            throw Failures.invalid(
                    resource.group(),
                    kind,
                    name,
                    List.of(FieldError.invalid("kind", kind, "must be " + resource.kind())));
        }
    }
}
