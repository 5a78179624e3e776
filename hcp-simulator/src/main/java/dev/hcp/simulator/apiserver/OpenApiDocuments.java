package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.GoJson;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Catalogue;
import dev.hcp.simulator.apiserver.openapi.OpenApi;
import dev.hcp.simulator.apiserver.protobuf.OpenApiMessage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The OpenAPI documents. Each is made when it is first asked for, and again when what it describes has changed. */
final class OpenApiDocuments {
    private static final byte[] NOTHING = new byte[0];
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final long YEAR_SECONDS = 365L * 24 * 60 * 60;
    private static final String JSON = "application/json";
    private static final String PROTOBUF = "application/com.github.proto-openapi.spec.v2.v1.0+protobuf";

    /** The forms of a document of version 3, and of version 2, by what they are asked for by. */
    private static final Map<String, String> V3_TYPES = Map.of("*/*", JSON, "application/*", JSON, JSON, JSON);

    private static final Map<String, String> V2_TYPES = Map.of(
            "*/*",
            JSON,
            "application/*",
            JSON,
            JSON,
            JSON,
            PROTOBUF,
            PROTOBUF,
            "application/com.github.proto-openapi.spec.v2@v1.0+protobuf",
            PROTOBUF);

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

    private final ApiServer server;

    OpenApiDocuments(ApiServer server) {
        this.server = server;
    }

    ApiResponse answer(Exchange exchange, List<String> segments) {
        Catalogue catalogue = server.catalogue();
        String what = segments.size() < 2 ? "" : segments.get(1);
        if (segments.size() == 2 && what.equals("v2")) {
            return v2(exchange, catalogue);
        }
        if (segments.size() == 2 && what.equals("v3")) {
            return exchange.body(200, TEXT, index(catalogue));
        }
        if (!what.equals("v3")) {
            return Exchange.text(404, ServerDocuments.NOT_FOUND);
        }
        boolean core = segments.size() == 4 && segments.get(2).equals("api");
        boolean group = segments.size() == 5 && segments.get(2).equals("apis");
        String name = group ? segments.get(3) : "";
        String version = segments.get(segments.size() - 1);
        if ((!core && !group) || !catalogue.versions(name).contains(version)) {
            return exchange.body(404, TEXT, NOTHING);
        }
        return ofVersion(exchange, catalogue, name, version);
    }

    private ApiResponse ofVersion(Exchange exchange, Catalogue catalogue, String group, String version) {
        Document document = openApi(catalogue, group, version);
        String asked = exchange.request().parameter("hash").orElse("");
        if (!asked.isEmpty() && !asked.equals(document.hash())) {
            Map<String, List<String>> headers = exchange.headers(TEXT);
            headers.put("Location", List.of(location(group, version, document)));
            return new ApiResponse.Whole(301, headers, NOTHING);
        }
        return type(exchange, V3_TYPES)
                .map(type -> document(exchange, document, type, !asked.isEmpty()))
                .orElseGet(() -> exchange.body(406, TEXT, NOTHING));
    }

    private static Document openApi(Catalogue catalogue, String group, String version) {
        return catalogue.documentOf(
                group,
                "/openapi/v3/" + OpenApi.path(group, version),
                from -> Document.of(OpenApi.v3(from, group, version), GoJson.MAP));
    }

    private String location(String group, String version, Document document) {
        return server.options().basePath() + "/openapi/v3/" + OpenApi.path(group, version) + "?hash=" + document.hash();
    }

    /** The index of the documents of version 3, with the hash of each, so that clients may keep them for ever. */
    private byte[] index(Catalogue catalogue) {
        JsonObject.Builder paths = JsonObject.builder(32);
        for (String group : catalogue.groups()) {
            for (String version : catalogue.versions(group)) {
                String location = location(group, version, openApi(catalogue, group, version));
                paths.put(OpenApi.path(group, version), JsonObject.of("serverRelativeURL", location));
            }
        }
        return Json.writeBytes(JsonObject.of("paths", paths.build()));
    }

    private ApiResponse v2(Exchange exchange, Catalogue catalogue) {
        Optional<String> type = type(exchange, V2_TYPES);
        if (type.isEmpty()) {
            return exchange.body(406, TEXT, NOTHING);
        }
        boolean json = type.get().equals(JSON);
        Document document = json
                ? catalogue.document("/openapi/v2", from -> Document.of(OpenApi.v2(from), GoJson.MAP))
                : catalogue.document(
                        "/openapi/v2 as protobuf", from -> Document.of(OpenApiMessage.of(OpenApi.v2(from))));
        return document(exchange, document, type.get(), false);
    }

    /** The form that a client wants most of those there are. */
    private static Optional<String> type(Exchange exchange, Map<String, String> types) {
        String accept = exchange.request().header("accept").orElse("");
        return Accept.parse(accept.isEmpty() ? "*/*" : accept).stream()
                .map(clause -> types.get(clause.type() + "/" + clause.subtype()))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private ApiResponse document(Exchange exchange, Document document, String type, boolean forEver) {
        Map<String, List<String>> headers = new LinkedHashMap<>(exchange.headers(type));
        headers.put("Etag", List.of(document.etag()));
        headers.put("Last-Modified", List.of(date(Instant.EPOCH)));
        headers.put("Vary", List.of("Accept"));
        if (forEver) {
            headers.put("Cache-Control", List.of("public, immutable"));
            headers.put("Expires", List.of(date(server.now().plusSeconds(YEAR_SECONDS))));
        }
        if (document.isKnownTo(exchange.request())) {
            headers.remove("Content-Type");
            return new ApiResponse.Whole(304, headers, NOTHING);
        }
        return new ApiResponse.Whole(200, headers, document.bytes());
    }

    private static String date(Instant time) {
        return DATE.format(time.atOffset(ZoneOffset.UTC));
    }
}
