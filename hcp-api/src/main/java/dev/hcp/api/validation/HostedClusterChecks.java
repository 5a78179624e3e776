package dev.hcp.api.validation;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the HyperShift operator refuses in a HostedCluster that its definition lets through, as far as the object itself
 * tells: networks that overlap or mix IP families, hostnames that are published twice, a cluster ID that is none, a
 * signing key without issuer. The operator says so in the condition ValidConfiguration, in these words. What needs a look
 * at the management cluster (referenced secrets and config maps, versions of the infrastructure) only the operator can
 * tell. Thread-safe.
 */
public final class HostedClusterChecks {
    private static final Pattern UUID =
            Pattern.compile("[a-fA-F0-9]{8}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{12}");

    private HostedClusterChecks() {}

    /** Every problem, in the operator's order; nothing when there is none. */
    public static List<String> problems(HostedCluster cluster) {
        return problems(Json.toTree(cluster));
    }

    /** Every problem of a HostedCluster's tree, in the operator's order; nothing when there is none. */
    public static List<String> problems(JsonObject cluster) {
        List<String> problems = new ArrayList<>(signingKey(cluster));
        problems.addAll(clusterId(cluster));
        problems.addAll(hostnames(cluster));
        problems.addAll(networks(cluster));
        return List.copyOf(problems);
    }

    /** A service account signing key without issuer URL. */
    public static List<String> signingKey(JsonObject cluster) {
        return text(cluster, "serviceAccountSigningKey", "name").isEmpty()
                        || !text(cluster, "issuerURL").isEmpty()
                ? List.of()
                : List.of("invalid service account signing key: the IssuerURL must be set when specifying a service "
                        + "account signing key");
    }

    /** A cluster ID that is no UUID. */
    public static List<String> clusterId(JsonObject cluster) {
        String id = text(cluster, "clusterID");
        return id.isEmpty() || UUID.matcher(id).matches()
                ? List.of()
                : List.of("cannot parse cluster ID \"" + id + "\": invalid UUID length: " + id.length());
    }

    /** Services published with the hostname of another. */
    public static List<String> hostnames(JsonObject cluster) {
        List<String> problems = new ArrayList<>();
        Map<String, String> services = new LinkedHashMap<>();
        for (Object item : cluster.array("spec", "services")) {
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
        return problems;
    }

    /** Networks that overlap each other or the address of the API server, or that mix IP families. */
    public static List<String> networks(JsonObject cluster) {
        return HostedClusterNetworks.problems(cluster);
    }

    private static String text(JsonObject cluster, String... path) {
        String text = cluster.object("spec").text(path);
        return text == null ? "" : text;
    }
}
