package dev.hcp.simulator.apiserver.openapi;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.List;

/** The version of OpenAPI that a document is written in. */
enum Dialect {
    V2("#/definitions/"),
    V3("#/components/schemas/");

    private static final List<String> MEDIA_TYPES =
            List.of("application/json", "application/vnd.kubernetes.protobuf", "application/yaml");

    private final String references;

    Dialect(String references) {
        this.references = references;
    }

    /** A schema that is another, named one. */
    JsonObject reference(String definition) {
        return JsonObject.of("$ref", references + definition);
    }

    /** A named schema that may have keywords beside its name; version 3 knows none beside a reference. */
    JsonObject extensible(String definition) {
        return this == V2 ? reference(definition) : JsonObject.of("allOf", JsonArray.of(reference(definition)));
    }

    /** A parameter in a query or path. */
    JsonObject parameter(String name, String in, String type) {
        JsonObject parameter = JsonObject.of("name", name, "in", in);
        if (in.equals("path")) {
            parameter = parameter.with("required", true);
        }
        return this == V2
                ? parameter.with("type", type).with("uniqueItems", true)
                : parameter.with("schema", JsonObject.of("type", type, "uniqueItems", true));
    }

    /** An operation with a body that a definition describes. */
    JsonObject withBody(JsonObject operation, String definition, List<String> mediaTypes) {
        if (this == V2) {
            List<Object> parameters = new java.util.ArrayList<>(List.of(
                    JsonObject.of("name", "body", "in", "body", "required", true, "schema", reference(definition))));
            parameters.addAll(operation.array("parameters"));
            return operation
                    .with("parameters", JsonArray.copyOf(parameters))
                    .with("consumes", JsonArray.copyOf(mediaTypes));
        }
        return operation.with("requestBody", JsonObject.of("content", content(mediaTypes, reference(definition))));
    }

    /** A response with a body that a definition describes. */
    JsonObject response(String description, String definition) {
        JsonObject response = JsonObject.of("description", description);
        return this == V2
                ? response.with("schema", reference(definition))
                : response.with("content", content(MEDIA_TYPES, reference(definition)));
    }

    private static JsonObject content(List<String> mediaTypes, JsonObject schema) {
        JsonObject.Builder content = JsonObject.builder(mediaTypes.size());
        for (String mediaType : mediaTypes) {
            content.put(mediaType, JsonObject.of("schema", schema));
        }
        return content.build();
    }

    /** A document of paths and definitions. */
    JsonObject document(JsonObject info, JsonObject paths, JsonObject definitions) {
        return this == V2
                ? JsonObject.of("swagger", "2.0", "info", info, "paths", paths, "definitions", definitions)
                : JsonObject.of(
                        "openapi",
                        "3.0.0",
                        "info",
                        info,
                        "paths",
                        paths,
                        "components",
                        JsonObject.of("schemas", definitions));
    }
}
