package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.GoJson;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Catalogue;
import dev.hcp.simulator.apiserver.catalogue.Discovery;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a server says of itself: version, health, discovery. Documents are made once per catalogue. */
final class ServerDocuments {
    static final String NOT_FOUND = "404 page not found\n";

    private static final byte[] NOTHING = new byte[0];
    private static final List<String> CHECKS = List.of("ping", "log", "etcd");
    private static final List<String> ROOT_PATHS = List.of(
            "/.well-known/openid-configuration",
            "/api",
            "/api/v1",
            "/apis",
            "/apis/",
            "/healthz",
            "/healthz/etcd",
            "/healthz/log",
            "/healthz/ping",
            "/livez",
            "/livez/etcd",
            "/livez/log",
            "/livez/ping",
            "/metrics",
            "/openapi/v2",
            "/openapi/v3",
            "/openapi/v3/",
            "/openid/v1/jwks",
            "/readyz",
            "/readyz/etcd",
            "/readyz/log",
            "/readyz/ping",
            "/version");

    private final ApiServer server;

    ServerDocuments(ApiServer server) {
        this.server = server;
    }

    private static void requireGet(Exchange exchange) {
        if (!exchange.request().method().equals("GET")) {
            throw Failures.methodNotAllowed();
        }
    }

    /** What there is; whatever the method. */
    ApiResponse root(Exchange exchange) {
        Set<String> paths = new TreeSet<>(ROOT_PATHS);
        for (String group : server.catalogue().groups()) {
            if (!group.isEmpty()) {
                paths.add("/apis/" + group);
                for (String version : server.catalogue().versions(group)) {
                    paths.add("/apis/" + group + "/" + version);
                }
            }
        }
        return exchange.raw(200, JsonObject.of("paths", JsonArray.copyOf(paths)), GoJson.MAP);
    }

    ApiResponse version(Exchange exchange, List<String> segments) {
        if (segments.size() > 1) {
            throw Failures.noSuchResource();
        }
        requireGet(exchange);
        Negotiation.requireOneOf(exchange.request(), List.of("application/json"), "application/json");
        String version = server.options().gitVersion();
        String[] parts = version.replaceFirst("^v", "").split("[.+-]");
        JsonObject info = JsonObject.of(
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
                "linux/amd64");
        return exchange.raw(200, info, FieldOrder.VERSION);
    }

    /** Whether all is well, as a whole or one check of it; it always is. */
    ApiResponse health(Exchange exchange, List<String> segments) {
        if (segments.size() > 1) {
            boolean known = segments.size() == 2 && CHECKS.contains(segments.get(1));
            return known ? Exchange.text(200, "ok") : Exchange.text(404, NOT_FOUND);
        }
        if (!exchange.request().query().containsKey("verbose")) {
            return Exchange.text(200, "ok");
        }
        List<String> excluded = exchange.request().query().getOrDefault("exclude", List.of());
        StringBuilder text = new StringBuilder();
        for (String check : CHECKS) {
            text.append("[+]").append(check).append(excluded.contains(check) ? " excluded: ok\n" : " ok\n");
        }
        return Exchange.text(200, text + segments.get(0) + " check passed\n");
    }

    /** The versions of the core group. */
    ApiResponse core(Exchange exchange) {
        requireGet(exchange);
        Negotiation.requireRepresentation(exchange.request(), false);
        exchange.negotiate(Negotiation.Endpoint.DISCOVERY);
        return exchange.negotiation().asDiscovery()
                ? aggregated(exchange, true)
                : exchange.tree(200, Discovery.coreVersions(), FieldOrder.DISCOVERY);
    }

    /** The other groups; whatever the method. */
    ApiResponse groups(Exchange exchange) {
        boolean bare = exchange.request().path().endsWith("/");
        exchange.negotiate(bare ? Negotiation.Endpoint.PLAIN : Negotiation.Endpoint.DISCOVERY);
        return exchange.negotiation().asDiscovery()
                ? aggregated(exchange, false)
                : exchange.tree(200, server.catalogue().document("/apis", Discovery::groups), FieldOrder.DISCOVERY);
    }

    private ApiResponse aggregated(Exchange exchange, boolean core) {
        String version = exchange.negotiation().asVersion();
        String name = core ? "/api as " : "/apis as ";
        Document document = server.catalogue()
                .document(
                        name + version,
                        from -> Document.of(Discovery.aggregated(from, core, version), FieldOrder.DISCOVERY));
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", List.of("public"));
        headers.put("Etag", List.of(document.etag()));
        headers.put("Vary", List.of("Accept"));
        if (document.isKnownTo(exchange.request())) {
            return new ApiResponse.Whole(304, headers, NOTHING);
        }
        boolean yaml = exchange.negotiation().yaml();
        String type = exchange.negotiation().format().mediaType();
        headers.put(
                "Content-Type", List.of(type + ";g=apidiscovery.k8s.io;v=" + version + ";as=APIGroupDiscoveryList"));
        return new ApiResponse.Whole(200, headers, yaml ? document.asYaml() : document.bytes());
    }

    /** A group; whatever the method. */
    ApiResponse group(Exchange exchange, String group) {
        exchange.negotiate(Negotiation.Endpoint.PLAIN);
        JsonObject document = server.catalogue().document("/apis/" + group, from -> Discovery.group(from, group, true));
        return exchange.tree(200, document, FieldOrder.DISCOVERY);
    }

    /** The resources of a group and version; of custom resources whatever the method. */
    ApiResponse groupVersion(Exchange exchange, String group, String version) {
        Catalogue catalogue = server.catalogue();
        boolean custom = catalogue.resources(group, version).stream().allMatch(Resource::custom);
        if (!custom) {
            requireGet(exchange);
            Negotiation.requireRepresentation(exchange.request(), false);
        }
        exchange.negotiate(Negotiation.Endpoint.PLAIN);
        JsonObject document =
                catalogue.document("/apis/" + group + "/" + version, from -> Discovery.resources(from, group, version));
        return exchange.tree(200, document, FieldOrder.DISCOVERY);
    }
}
