package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.GoJson;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.Yaml;
import dev.hcp.simulator.apiserver.catalogue.Discovery;
import java.nio.charset.StandardCharsets;

/** A document that clients keep: its text and the hash by which they ask whether it still is the same. */
record Document(byte[] bytes, String hash) {

    static Document of(JsonObject tree, GoJson order) {
        return of(order.write(tree).getBytes(StandardCharsets.UTF_8));
    }

    static Document of(byte[] bytes) {
        return new Document(bytes, Discovery.sha512(bytes));
    }

    String etag() {
        return '"' + hash + '"';
    }

    byte[] asYaml() {
        return Yaml.write(Json.parse(bytes)).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a client says that it has the document. */
    boolean isKnownTo(ApiRequest request) {
        return request.header("if-none-match").map(etag()::equals).orElse(false);
    }
}
