package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.PlatformProvider;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a HostedCluster can be honoured: the errors behind condition ValidConfiguration. */
final class ConfigurationChecks {
    private static final Pattern UUID =
            Pattern.compile("[a-fA-F0-9]{8}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{12}");

    private ConfigurationChecks() {}

    /**
     * What is wrong, as one message; empty when nothing is.
     *
     * @param networkProblems what {@link NetworkChecks} found
     */
    static Optional<String> problem(
            ClusterView cluster,
            HostedCluster typed,
            PlatformProvider platform,
            List<String> networkProblems,
            World world) {
        List<String> problems = new ArrayList<>();
        checkRoutes(cluster, world, problems);
        checkSigningKey(cluster, world, problems);
        problems.addAll(platform.validate(typed, world));
        checkClusterId(cluster, problems);
        checkHostnames(cluster, problems);
        problems.addAll(networkProblems);
        checkTrustBundles(cluster, world, problems);
        if (problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(problems.size() == 1 ? problems.get(0) : "[" + String.join(", ", problems) + "]");
    }

    private static void checkRoutes(ClusterView cluster, World world, List<String> problems) {
        if (world.managementCluster().routes()) {
            return;
        }
        for (Object item : cluster.spec().array("services")) {
            if (item instanceof JsonObject mapping
                    && "Route".equals(mapping.text("servicePublishingStrategy", "type"))) {
                problems.add("cluster does not support Routes, but service \"" + mapping.text("service")
                        + "\" is exposed via a Route");
            }
        }
    }

    private static void checkSigningKey(ClusterView cluster, World world, List<String> problems) {
        String name = cluster.text("serviceAccountSigningKey", "name");
        if (name.isEmpty()) {
            return;
        }
        String prefix = "invalid service account signing key: ";
        if (cluster.text("issuerURL").isEmpty()) {
            problems.add(prefix + "the IssuerURL must be set when specifying a service account signing key");
            return;
        }
        Optional<JsonObject> secret = world.tree(Secret.class, cluster.namespace(), name);
        if (secret.isEmpty()) {
            problems.add(prefix + "failed to get hosted cluster service account signing key secret: secrets \"" + name
                    + "\" not found");
        } else if (secret.get().at("data", "key") == null) {
            problems.add(
                    prefix + "cannot perform type check, service account signing key secret is missing key \"key\"");
        }
    }

    private static void checkClusterId(ClusterView cluster, List<String> problems) {
        String id = cluster.text("clusterID");
        if (!id.isEmpty() && !UUID.matcher(id).matches()) {
            problems.add("cannot parse cluster ID \"" + id + "\": invalid UUID length: " + id.length());
        }
    }

    private static void checkHostnames(ClusterView cluster, List<String> problems) {
        Map<String, String> services = new LinkedHashMap<>();
        for (Object item : cluster.spec().array("services")) {
            if (!(item instanceof JsonObject mapping) || !(mapping.get("service") instanceof String service)) {
                continue;
            }
            JsonObject strategy = mapping.object("servicePublishingStrategy");
            String hostname = "LoadBalancer".equals(strategy.text("type"))
                    ? strategy.text("loadBalancer", "hostname")
                    : strategy.text("route", "hostname");
            if (hostname == null || hostname.isEmpty()) {
                continue;
            }
            String other = services.putIfAbsent(hostname, service);
            if (other != null) {
                problems.add("service type " + service + " can't be published with the same hostname " + hostname
                        + " as service type " + other);
            }
        }
    }

    private static void checkTrustBundles(ClusterView cluster, World world, List<String> problems) {
        for (String name : List.of(
                cluster.text("additionalTrustBundle", "name"),
                cluster.text("configuration", "proxy", "trustedCA", "name"))) {
            if (name.isEmpty()) {
                continue;
            }
            Optional<JsonObject> bundle = world.tree(ConfigMap.class, cluster.namespace(), name);
            if (bundle.isEmpty()) {
                problems.add("failed to get configMap " + name + ": configmaps \"" + name + "\" not found");
            } else if (bundle.get().at("data", "ca-bundle.crt") == null) {
                problems.add("configMap " + name + " must have a ca-bundle.crt key");
            }
        }
    }
}
