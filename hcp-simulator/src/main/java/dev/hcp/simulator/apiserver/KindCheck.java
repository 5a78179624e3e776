package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Catalogue;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a body is of the kind and version that its path asks for. */
final class KindCheck {
    private KindCheck() {}

    /** Refuses the body of a POST or PUT of another kind or version. */
    static void ofCreated(Resource resource, JsonObject object) {
        String kind = String.valueOf(object.get("kind") == null ? "" : object.get("kind"));
        String apiVersion = String.valueOf(object.get("apiVersion") == null ? "" : object.get("apiVersion"));
        if (!resource.custom()) {
            kind = kind.isEmpty() ? resource.kind() : kind;
            apiVersion = apiVersion.isEmpty() ? resource.apiVersion() : apiVersion;
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
            throw Failures.badRequest(kind + " in version \"" + version + "\" cannot be handled as a " + resource.kind()
                    + ": " + unknownConversion(resource, kind, apiVersion));
        }
    }

    private static String unknownConversion(Resource resource, String kind, String apiVersion) {
        String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
        String group = resource.group();
        int dot = group.indexOf('.');
        String internal = group.isEmpty() ? "core" : dot < 0 ? group : group.substring(0, dot);
        return "converting (" + version + "." + kind + ") to (" + internal + "." + resource.kind()
                + "): unknown conversion";
    }

    /** Why a patched object cannot become one of a built-in kind: it claims to be of another; null when it can. */
    static @Nullable String unconvertible(Catalogue catalogue, Resource resource, JsonObject object) {
        String kind = String.valueOf(object.get("kind") == null ? resource.kind() : object.get("kind"));
        String apiVersion =
                String.valueOf(object.get("apiVersion") == null ? resource.apiVersion() : object.get("apiVersion"));
        if (kind.equals(resource.kind()) && apiVersion.equals(resource.apiVersion())) {
            return null;
        }
        Resource other = catalogue.kind(apiVersion, kind);
        return other == null || other.custom()
                ? "no kind \"" + kind + "\" is registered for version \"" + apiVersion
                        + "\" in scheme \"pkg/api/legacyscheme/scheme.go:30\""
                : unknownConversion(resource, kind, apiVersion);
    }

    /** Refuses a patched custom resource of another kind or version. */
    static void ofPatched(Resource resource, JsonObject object) {
        String kind = String.valueOf(object.get("kind"));
        String apiVersion = object.text("apiVersion") == null ? "" : String.valueOf(object.text("apiVersion"));
        FieldError error;
        if (!kind.equals(resource.kind())) {
            error = FieldError.invalid("kind", kind, "must be " + resource.kind());
        } else if (!apiVersion.equals(resource.apiVersion())) {
            error = FieldError.invalid("apiVersion", apiVersion, "must be " + resource.apiVersion());
        } else {
            return;
        }
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        throw Failures.invalid(group, kind, ObjectMeta.text(object, "name"), List.of(error));
    }
}
