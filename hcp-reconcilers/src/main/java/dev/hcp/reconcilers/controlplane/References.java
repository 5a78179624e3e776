package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.openshift.Route;
import dev.hcp.platforms.MetricsSet;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Contents of the ConfigMaps and Secrets in the control plane namespace that the configuration of its components is made
 * of; what does not exist is left out.
 *
 * @param configMaps data by name
 * @param secrets data by name, encoded
 * @param routes names of services by the host they are reached under, where the control plane has a router of its own
 */
record References(
        Map<String, JsonObject> configMaps, Map<String, JsonObject> secrets, SortedMap<String, String> routes) {
    /** Metrics that Prometheus keeps, as the site's engineers wish. */
    static final String SRE_METRIC_SET = "sre-metric-set";

    static final String USER_CA_BUNDLE = "user-ca-bundle";

    static final References NONE = new References(Map.of(), Map.of(), new TreeMap<>());

    /** What a control plane refers to, as it is now. */
    static References of(ControlPlane controlPlane, World world) {
        Map<String, JsonObject> configMaps = new TreeMap<>();
        Map<String, JsonObject> secrets = new TreeMap<>();
        JsonObject spec = controlPlane.spec();
        JsonObject configuration = controlPlane.configuration();
        for (String name : new String[] {
            world.managementCluster().operator().metricsSet() == MetricsSet.SRE ? SRE_METRIC_SET : "",
            spec.at("additionalTrustBundle") == null ? "" : USER_CA_BUNDLE,
            ControlPlane.text(configuration, "image", "additionalTrustedCA", "name"),
            ControlPlane.text(configuration, "proxy", "trustedCA", "name")
        }) {
            read(ConfigMap.class, controlPlane, world, name, configMaps);
        }
        JsonObject keys = spec.object("secretEncryption", "aescbc");
        for (String name : new String[] {
            Certificates.ROOT,
            ControlPlane.text(keys, "activeKey", "name"),
            ControlPlane.text(keys, "backupKey", "name"),
            ControlPlane.text(spec, "auditWebhook", "name"),
            controlPlane.etcdIsUnmanaged()
                    ? ControlPlane.text(spec, "etcd", "unmanaged", "tls", "clientSecret", "name")
                    : ""
        }) {
            read(Secret.class, controlPlane, world, name, secrets);
        }
        return new References(configMaps, secrets, routes(controlPlane, world));
    }

    private static SortedMap<String, String> routes(ControlPlane controlPlane, World world) {
        SortedMap<String, String> routes = new TreeMap<>();
        if (controlPlane.usesRouter()) {
            for (JsonObject route : world.trees(Route.class, controlPlane.namespace())) {
                String host = ControlPlane.text(route, "spec", "host");
                if (!host.isEmpty()) {
                    routes.put(host, ControlPlane.text(route, "spec", "to", "name"));
                }
            }
        }
        return routes;
    }

    private static void read(
            Class<? extends HasMetadata> type,
            ControlPlane controlPlane,
            World world,
            String name,
            Map<String, JsonObject> into) {
        if (!name.isEmpty()) {
            world.tree(type, controlPlane.namespace(), name).ifPresent(found -> into.put(name, found.object("data")));
        }
    }

    /** The text of a ConfigMap's key, or empty. */
    String configMap(String name, String key) {
        JsonObject data = configMaps.getOrDefault(name, JsonObject.EMPTY);
        return ControlPlane.text(data, key);
    }

    /** The decoded text of a Secret's key. */
    Optional<String> secret(String name, String key) {
        String encoded = secrets.getOrDefault(name, JsonObject.EMPTY).text(key);
        return Optional.ofNullable(encoded)
                .map(text -> new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
    }

    /** Without the contents: they may be a Secret's. */
    @Override
    public String toString() {
        return "References[configMaps=" + configMaps.keySet() + ", secrets=" + secrets.keySet() + ", routes=" + routes
                + "]";
    }
}
