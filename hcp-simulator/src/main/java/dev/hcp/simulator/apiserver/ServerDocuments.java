package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Catalogue;
import dev.hcp.simulator.apiserver.catalogue.Discovery;
import dev.hcp.simulator.apiserver.catalogue.OpenApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a server says of itself: version, health, discovery, OpenAPI. Documents are made once per catalogue. */
final class ServerDocuments {
    private final ApiServer server;

    ServerDocuments(ApiServer server) {
        this.server = server;
    }

    private static void requireGet(Exchange exchange) {
        if (!exchange.request().method().equals("GET")) {
            throw Failures.methodNotAllowed();
        }
    }

    ApiResponse root(Exchange exchange) {
        requireGet(exchange);
        List<Object> paths = new ArrayList<>(List.of("/api", "/api/v1", "/apis"));
        for (String group : server.catalogue().groups()) {
            if (!group.isEmpty()) {
                paths.add("/apis/" + group);
                for (String version : server.catalogue().versions(group)) {
                    paths.add("/apis/" + group + "/" + version);
                }
            }
        }
        paths.addAll(List.of("/healthz", "/livez", "/openapi/v2", "/openapi/v3", "/readyz", "/version"));
        return exchange.tree(200, JsonObject.of("paths", JsonArray.copyOf(paths)));
    }

    ApiResponse version(Exchange exchange) {
        requireGet(exchange);
        String version = server.options().gitVersion();
        String[] parts = version.replaceFirst("^v", "").split("[.+-]");
        return exchange.tree(
                200,
                JsonObject.of(
                        "major",
                        parts[0],
                        "minor",
                        parts.length > 1 ? parts[1] : "0",
                        "gitVersion",
                        version,
                        "gitCommit",
                        "0000000000000000000000000000000000000000",
                        "gitTreeState",
                        "clean",
                        "buildDate",
                        "1970-01-01T00:00:00Z",
                        "goVersion",
                        "go1.23",
                        "compiler",
                        "gc",
                        "platform",
                        "linux/amd64"));
    }

    ApiResponse health(Exchange exchange, List<String> segments) {
        requireGet(exchange);
        boolean verbose = exchange.request().query().containsKey("verbose");
        String text = verbose ? "[+]ping ok\n" + segments.get(0) + " check passed\n" : "ok";
        return Exchange.text(200, text);
    }

    ApiResponse groups(Exchange exchange, boolean core) {
        requireGet(exchange);
        exchange.negotiate(Negotiation.Endpoint.DISCOVERY);
        Catalogue catalogue = server.catalogue();
        if (exchange.negotiation().as().equals("APIGroupDiscoveryList")) {
            return aggregated(exchange, core, catalogue);
        }
        if (core) {
            return exchange.tree(200, Discovery.coreVersions());
        }
        return exchange.tree(200, catalogue.document("/apis", Discovery::groups));
    }

    private static ApiResponse aggregated(Exchange exchange, boolean core, Catalogue catalogue) {
        String version = exchange.negotiation().asVersion();
        Document document = catalogue.document(
                (core ? "/api as " : "/apis as ") + version,
                from -> Document.of(Discovery.aggregated(from, core, version)));
        String type = "application/json;g=apidiscovery.k8s.io;v=" + version + ";as=APIGroupDiscoveryList";
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", List.of("public"));
        headers.put("Content-Type", List.of(type));
        headers.put("Etag", List.of(document.etag()));
        headers.put("Vary", List.of("Accept"));
        boolean known = exchange.request()
                .header("if-none-match")
                .map(document.etag()::equals)
                .orElse(false);
        return new ApiResponse.Whole(known ? 304 : 200, headers, known ? new byte[0] : document.bytes());
    }

    ApiResponse group(Exchange exchange, String group) {
        requireGet(exchange);
        exchange.negotiate(Negotiation.Endpoint.DISCOVERY);
        return exchange.tree(
                200, server.catalogue().document("/apis/" + group, from -> Discovery.group(from, group, true)));
    }

    ApiResponse groupVersion(Exchange exchange, String group, String version) {
        requireGet(exchange);
        exchange.negotiate(Negotiation.Endpoint.DISCOVERY);
        return exchange.tree(
                200,
                server.catalogue()
                        .document("/apis/" + group + "/" + version, from -> Discovery.resources(from, group, version)));
    }

    ApiResponse openApi(Exchange exchange, List<String> segments) {
        requireGet(exchange);
        Catalogue catalogue = server.catalogue();
        if (segments.size() == 2 && segments.get(1).equals("v2")) {
            return document(exchange, catalogue.document("/openapi/v2", from -> Document.of(OpenApi.v2(from))));
        }
        if (segments.size() == 2 && segments.get(1).equals("v3")) {
            return exchange.body(200, "text/plain; charset=utf-8", index(catalogue));
        }
        boolean core = segments.size() == 4 && segments.get(2).equals("api");
        boolean group = segments.size() == 5 && segments.get(2).equals("apis");
        String name = group ? segments.get(3) : "";
        String version = segments.get(segments.size() - 1);
        if ((!core && !group) || !catalogue.versions(name).contains(version)) {
            return exchange.body(404, "text/plain; charset=utf-8", new byte[0]);
        }
        Document document = openApi(catalogue, name, version);
        String asked = exchange.request().parameter("hash").orElse("");
        if (!asked.isEmpty() && !asked.equals(document.hash())) {
            Map<String, List<String>> headers = new LinkedHashMap<>(exchange.headers("text/plain; charset=utf-8"));
            headers.put("Location", List.of(location(name, version, document)));
            return new ApiResponse.Whole(301, headers, new byte[0]);
        }
        return document(exchange, document);
    }

    private static Document openApi(Catalogue catalogue, String group, String version) {
        return catalogue.document(
                "/openapi/v3/" + OpenApi.path(group, version), from -> Document.of(OpenApi.v3(from, group, version)));
    }

    private String location(String group, String version, Document document) {
        return server.options().basePath() + "/openapi/v3/" + OpenApi.path(group, version) + "?hash=" + document.hash();
    }

    /** The index of the OpenAPI 3 documents; without hashes, so that looking at it does not make all of them. */
    private byte[] index(Catalogue catalogue) {
        JsonObject.Builder paths = JsonObject.builder(32);
        for (String group : catalogue.groups()) {
            for (String version : catalogue.versions(group)) {
                paths.put(
                        OpenApi.path(group, version),
                        JsonObject.of(
                                "serverRelativeURL",
                                server.options().basePath() + "/openapi/v3/" + OpenApi.path(group, version)));
            }
        }
        return Json.writeBytes(JsonObject.of("paths", paths.build()));
    }

    private static ApiResponse document(Exchange exchange, Document document) {
        Map<String, List<String>> headers = new LinkedHashMap<>(exchange.headers("application/json"));
        headers.put("Etag", List.of(document.etag()));
        boolean known = exchange.request()
                .header("if-none-match")
                .map(document.etag()::equals)
                .orElse(false);
        return new ApiResponse.Whole(known ? 304 : 200, headers, known ? new byte[0] : document.bytes());
    }

    /** A document's text and its entity tag. */
    record Document(byte[] bytes, String etag) {
        String hash() {
            return etag.substring(1, etag.length() - 1);
        }

        static Document of(JsonObject tree) {
            byte[] bytes = Json.writeBytes(tree);
            return new Document(bytes, "\"" + Discovery.sha512(bytes) + "\"");
        }
    }
}
