package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.configuration.ClusterConfiguration;
import dev.hcp.api.hypershift.ClusterNetworking;
import dev.hcp.api.hypershift.HostedClusterSpec;
import dev.hcp.api.json.GoJson;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.EffectiveProxy;
import java.util.ArrayList;
import java.util.List;
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
        List<String> networks = new ArrayList<>();
        if (networking != null) {
            networking.getClusterNetwork().forEach(entry -> networks.add(String.valueOf(entry.getCidr())));
            networking.getServiceNetwork().forEach(entry -> networks.add(String.valueOf(entry.getCidr())));
            networking.getMachineNetwork().forEach(entry -> networks.add(String.valueOf(entry.getCidr())));
        }
        return EffectiveProxy.of(spec, networks);
    }
}
