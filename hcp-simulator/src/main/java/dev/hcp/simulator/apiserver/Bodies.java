package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.JsonSyntaxException;
import dev.hcp.api.json.StrictJson;
import dev.hcp.api.json.Yaml;
import dev.hcp.api.json.YamlSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Request bodies: from JSON or YAML text to trees. */
final class Bodies {
    static final int LIMIT = 3145728;

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

    /** The object of a POST or PUT. */
    static Parsed object(ApiRequest request, String kind) {
        requireSize(request);
        String type = mediaType(request);
        boolean yaml = type.equals("application/yaml");
        if (!yaml && !type.isEmpty() && !type.equals("application/json")) {
            throw Failures.unsupportedMediaType(ACCEPTED + "application/json, application/yaml", false);
        }
        return yaml ? yaml(request.text(), kind) : json(request.body(), kind);
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
        String found = value == null
                ? "null"
                : value instanceof List ? "array" : value instanceof String ? "string" : "number";
        throw unrecognised(
                kind,
                "couldn't get version/kind; json parse error: json: cannot unmarshal " + found
                        + " into Go value of type struct { APIVersion string \"json:\\\"apiVersion,omitempty\\\"\"; Kind "
                        + "string \"json:\\\"kind,omitempty\\\"\" }",
                body);
    }

    /** The complaint about a body in which no object of the kind can be seen. */
    static ApiException unrecognised(String kind, String why, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        String shown = body.length == 0 ? "<empty>" : text.length() > 30 ? text.substring(0, 30) + " ..." : text;
        return Failures.badRequest(
                "the object provided is unrecognized (must be of type " + kind + "): " + why + " (" + shown + ")");
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
