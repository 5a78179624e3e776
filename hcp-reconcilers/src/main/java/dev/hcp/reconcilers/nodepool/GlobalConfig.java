package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.configuration.ClusterConfiguration;
import dev.hcp.api.hypershift.ClusterNetworking;
import dev.hcp.api.hypershift.HostedClusterSpec;
import dev.hcp.api.json.GoJson;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The cluster-wide configuration that every node carries: proxy and image settings of the hosted cluster.
 *
 * @param proxy {@code status} of the Proxy object: httpProxy, httpsProxy and noProxy, as far as they are set
 * @param text both objects as the reference operator serializes them; part of the payload's hash
 */
record GlobalConfig(JsonObject proxy, String text) {
    private static final JsonObject METADATA = JsonObject.of("name", "cluster", "creationTimestamp", null);
    private static final GoJson PROXY =
            GoJson.ofStruct("metadata(name creationTimestamp) spec(httpProxy httpsProxy noProxy"
                    + " readinessEndpoints trustedCA) status(httpProxy httpsProxy noProxy)");
    private static final GoJson IMAGE = GoJson.ofStruct("metadata(name creationTimestamp)"
            + " spec(allowedRegistriesForImport(domainName insecure) externalRegistryHostnames additionalTrustedCA"
            + " registrySources(insecureRegistries blockedRegistries allowedRegistries containerRuntimeSearchRegistries))"
            + " status");
    private static final Set<String> NEVER_PROXIED = Set.of("127.0.0.1", "localhost", ".svc", ".cluster.local");

    static GlobalConfig of(HostedClusterSpec cluster) {
        ClusterConfiguration configuration = cluster.getConfiguration();
        JsonObject settings = configuration == null ? JsonObject.EMPTY : Json.toTree(configuration);
        JsonObject proxySpec = withDefault(settings.object("proxy"), "trustedCA", JsonObject.of("name", ""));
        JsonObject status = proxyStatus(proxySpec, cluster.getNetworking());
        JsonObject proxy = JsonObject.of("metadata", METADATA, "spec", proxySpec, "status", status);
        JsonObject imageSpec = withDefault(
                withDefault(settings.object("image"), "additionalTrustedCA", JsonObject.of("name", "")),
                "registrySources",
                JsonObject.EMPTY);
        JsonObject image = JsonObject.of("metadata", METADATA, "spec", imageSpec, "status", JsonObject.EMPTY);
        return new GlobalConfig(status, PROXY.write(proxy) + "\n" + IMAGE.write(image) + "\n");
    }

    private static JsonObject withDefault(JsonObject object, String field, JsonObject value) {
        return object.containsKey(field) ? object : object.with(field, value);
    }

    private static JsonObject proxyStatus(JsonObject spec, @Nullable ClusterNetworking networking) {
        String http = spec.text("httpProxy");
        String https = spec.text("httpsProxy");
        if (http == null && https == null) {
            return JsonObject.EMPTY;
        }
        return JsonObject.builder(3)
                .putIfPresent("httpProxy", http)
                .putIfPresent("httpsProxy", https)
                .put("noProxy", noProxy(spec.text("noProxy"), networking))
                .build();
    }

    private static String noProxy(@Nullable String asked, @Nullable ClusterNetworking networking) {
        if ("*".equals(asked)) {
            return "*";
        }
        Set<String> hosts = new TreeSet<>(NEVER_PROXIED);
        if (networking != null) {
            networking.getClusterNetwork().forEach(entry -> hosts.add(String.valueOf(entry.getCidr())));
            networking.getServiceNetwork().forEach(entry -> hosts.add(String.valueOf(entry.getCidr())));
            networking.getMachineNetwork().forEach(entry -> hosts.add(String.valueOf(entry.getCidr())));
        }
        if (asked != null && !asked.isBlank()) {
            for (String host : asked.split(",")) {
                hosts.add(host.trim());
            }
        }
        return String.join(",", hosts);
    }
}
