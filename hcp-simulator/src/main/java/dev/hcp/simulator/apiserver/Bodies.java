package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.JsonSyntaxException;
import dev.hcp.api.json.StrictJson;
import dev.hcp.api.json.Yaml;
import dev.hcp.api.json.YamlSyntaxException;
import dev.hcp.api.validation.schema.GoSyntax;
import dev.hcp.simulator.apiserver.protobuf.MalformedBodyException;
import dev.hcp.simulator.apiserver.protobuf.ProtobufObjects;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Request bodies: from JSON, YAML or protobuf to trees. */
final class Bodies {
    static final int LIMIT = 3145728;
    private static final int SHOWN = 30;

    private static final String ACCEPTED =
            "the body of the request was in an unknown format - accepted media types include: ";

    private Bodies() {}

    /**
     * A parsed body.
     *
     * @param problems what only strict decoding refuses, such as duplicate fields
     */
    record Parsed(JsonObject object, List<String> problems) {}

    /** The media type of a request without its parameters; empty when it has none. */
    static String mediaType(ApiRequest request) {
        String type = request.header("content-type").orElse("");
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).trim().toLowerCase(Locale.ROOT);
    }

    static void requireSize(ApiRequest request) {
        if (request.body().length > LIMIT) {
            throw Failures.tooLarge("limit is " + LIMIT);
        }
    }

    /**
     * The object of a POST or PUT.
     *
     * @param apiVersion group and version that the object should be of
     * @param kind kind that the object should be of
     */
    static Parsed object(ApiRequest request, String apiVersion, String kind) {
        requireSize(request);
        return switch (mediaType(request)) {
            case "", "application/json" -> json(request.body(), kind);
            case "application/yaml" -> yaml(request.text(), kind);
            case ProtobufObjects.MEDIA_TYPE -> new Parsed(protobuf(request.body(), apiVersion, kind), List.of());
            default ->
                throw Failures.unsupportedMediaType(
                        ACCEPTED + "application/json, application/yaml, " + ProtobufObjects.MEDIA_TYPE, false);
        };
    }

    /** An object of the wanted kind, or of another one with nothing but its kind and version. */
    static JsonObject protobuf(byte[] body, String apiVersion, String kind) {
        ProtobufObjects.Body opened;
        try {
            opened = ProtobufObjects.open(body, apiVersion, kind);
        } catch (MalformedBodyException e) {
            throw unrecognised(kind, String.valueOf(e.getMessage()), body);
        }
        boolean custom = !ProtobufObjects.isKnown(apiVersion, kind);
        if (!custom && !ProtobufObjects.isKnown(opened.apiVersion(), opened.kind())) {
            throw unhandled(
                    opened,
                    kind,
                    "no kind " + GoSyntax.quote(opened.kind()) + " is registered for version "
                            + GoSyntax.quote(opened.apiVersion()) + " in scheme \"pkg/api/legacyscheme/scheme.go:30\"");
        }
        if (!custom && !opened.kind().equals(kind)) {
            return JsonObject.of("apiVersion", opened.apiVersion(), "kind", opened.kind());
        }
        try {
            return opened.read();
        } catch (MalformedBodyException e) {
            throw unhandled(opened, kind, String.valueOf(e.getMessage()));
        }
    }

    private static ApiException unhandled(ProtobufObjects.Body body, String kind, String why) {
        String version = body.apiVersion().substring(body.apiVersion().indexOf('/') + 1);
        return Failures.badRequest(body.kind() + " in version " + GoSyntax.quote(version) + " cannot be handled as a "
                + kind + ": " + why);
    }

    private static Parsed json(byte[] body, String kind) {
        List<String> duplicates = new ArrayList<>();
        Object value;
        try {
            value = StrictJson.parse(body, duplicates);
        } catch (JsonSyntaxException e) {
            throw unrecognised(kind, "couldn't get version/kind; json parse error: " + GoJson.problem(body), body);
        }
        return new Parsed(asObject(value, kind, body), duplicates);
    }

    private static JsonObject asObject(@Nullable Object value, String kind, byte[] body) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw unrecognised(kind, notAnObject(value), body);
    }

    /** What Go's decoder says of a value in which it looks for a kind and a version. */
    static String notAnObject(@Nullable Object value) {
        return "couldn't get version/kind; json parse error: json: cannot unmarshal " + PatchBody.goName(value)
                + " into Go value of type struct { APIVersion string \"json:\\\"apiVersion,omitempty\\\"\"; Kind "
                + "string \"json:\\\"kind,omitempty\\\"\" }";
    }

    /** The complaint about a body in which no object of the kind can be seen. */
    static ApiException unrecognised(String kind, String why, byte[] body) {
        return Failures.badRequest("the object provided is unrecognized (must be of type " + kind + "): " + why + " ("
                + summary(body) + ")");
    }

    /** The beginning of a body: as text where it may be JSON, else in hexadecimal digits. */
    private static String summary(byte[] body) {
        if (body.length == 0) {
            return "<empty>";
        }
        int length = Math.min(body.length, SHOWN);
        String shown = body[0] == '{'
                ? new String(body, 0, length, StandardCharsets.UTF_8)
                : HexFormat.of().formatHex(body, 0, length);
        return body.length > SHOWN ? shown + " ..." : shown;
    }

    private static Parsed yaml(String text, String kind) {
        List<String> duplicates = new ArrayList<>();
        Object value;
        try {
            value = Yaml.parse(text, duplicates);
        } catch (YamlSyntaxException e) {
            throw Failures.badRequest("error decoding YAML: error converting YAML to JSON: " + e.getMessage());
        }
        List<String> problems = duplicates.isEmpty()
                ? List.of()
                : List.of("yaml: unmarshal errors:\n  " + String.join("\n  ", duplicates));
        return new Parsed(asObject(value, kind, Json.write(value).getBytes(StandardCharsets.UTF_8)), problems);
    }
}
