package dev.hcp.simulator.apiserver;

import dev.hcp.simulator.apiserver.access.AccessRequest;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts requests, and says how many objects there are, in the text format and under the names of the reference. */
final class Metrics {
    private final ApiServer server;
    private final ConcurrentMap<Key, LongAdder> requests = new ConcurrentHashMap<>();

    Metrics(ApiServer server) {
        this.server = server;
    }

    private record Key(
            int code,
            boolean dryRun,
            String group,
            String resource,
            String scope,
            String subresource,
            String verb,
            String version) {

        String labels() {
            return "{code=\"" + code + "\",component=\"apiserver\",dry_run=\"" + (dryRun ? "All" : "") + "\",group=\""
                    + group + "\",resource=\"" + resource + "\",scope=\"" + scope + "\",subresource=\"" + subresource
                    + "\",verb=\"" + verb + "\",version=\"" + version + "\"}";
        }
    }

    /** Counts a request for a resource that there is: what clients make up must not fill the memory. */
    void count(ApiRequest request, AccessRequest access, int code) {
        Resource resource = access.resourceRequest()
                ? server.catalogue().find(access.group(), access.version(), access.resource())
                : null;
        boolean known = resource != null
                && (access.subresource().isEmpty()
                        || resource.subresource(access.subresource()).isPresent());
        if (known) {
            Key key = new Key(
                    code,
                    request.query().containsKey("dryRun"),
                    access.group(),
                    access.resource(),
                    scope(access),
                    access.subresource(),
                    verb(request, access),
                    access.version());
            requests.computeIfAbsent(key, any -> new LongAdder()).increment();
        }
    }

    private static String scope(AccessRequest access) {
        if (!access.name().isEmpty() || access.verb().equals("create")) {
            return "resource";
        }
        return access.namespace().isEmpty() ? "cluster" : "namespace";
    }

    private static String verb(ApiRequest request, AccessRequest access) {
        return switch (access.verb()) {
            case "create" -> "POST";
            case "update" -> "PUT";
            case "patch" -> Bodies.mediaType(request).startsWith("application/apply-patch") ? "APPLY" : "PATCH";
            case "get", "list", "watch", "delete", "deletecollection" ->
                access.verb().toUpperCase(Locale.ROOT);
            // Of methods that clients make up there may be any number.
            default -> "other";
        };
    }

    ApiResponse answer(Exchange exchange) {
        return exchange.body(200, "text/plain; version=0.0.4; charset=utf-8", text().getBytes(StandardCharsets.UTF_8));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        head(
                text,
                "apiserver_request_total",
                "counter",
                "Counter of apiserver requests broken out for each verb, dry run value, group, version, resource, scope,"
                        + " component, and HTTP response code.");
        Map<String, Long> counts = new TreeMap<>();
        requests.forEach((key, count) -> counts.put(key.labels(), count.sum()));
        counts.forEach((labels, count) -> line(text, "apiserver_request_total" + labels, count));
        head(
                text,
                "apiserver_storage_objects",
                "gauge",
                "Number of stored objects at the time of last check split by kind. In case of a fetching error, the value"
                        + " will be -1.");
        Map<String, Integer> sizes = new TreeMap<>();
        for (ResourceType type : server.objects().resources()) {
            String name = type.group().isEmpty() ? type.plural() : type.plural() + "." + type.group();
            sizes.put(
                    name,
                    server.store()
                            .collection(type.group() + "/" + type.plural())
                            .snapshot()
                            .objects()
                            .size());
        }
        sizes.forEach((name, size) -> line(text, "apiserver_storage_objects{resource=\"" + name + "\"}", size));
        return text.toString();
    }

    private static void head(StringBuilder text, String name, String type, String help) {
        text.append("# HELP ").append(name).append(" [STABLE] ").append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void line(StringBuilder text, String series, long value) {
        text.append(series).append(' ').append(value).append('\n');
    }
}
