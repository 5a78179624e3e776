package dev.hcp.api.validation;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the HyperShift operator refuses in a HostedCluster that its definition lets through, as far as the object itself
 * tells: networks that overlap or mix IP families, hostnames that are published twice, a cluster ID that is none, a
 * signing key without issuer. The operator says so in the condition ValidConfiguration, in these words. What needs a look
 * at the management cluster (referenced secrets and config maps, versions of the infrastructure) only the operator can
 * tell. Thread-safe.
 */
public final class HostedClusterChecks {
    private static final String HEX = "[a-fA-F0-9]";
    private static final String GROUPS = HEX + "{8}-" + HEX + "{4}-" + HEX + "{4}-" + HEX + "{4}-" + HEX + "{12}";
    private static final Pattern BARE_UUID = Pattern.compile(HEX + "{32}");
    private static final Pattern UUID = Pattern.compile(GROUPS);
    private static final Pattern BRACKETED_UUID = Pattern.compile("." + GROUPS + ".");
    private static final Pattern URN_UUID = Pattern.compile(".{9}" + GROUPS);

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

    /** A cluster ID that is no UUID in any of the forms that Go's library reads. */
    public static List<String> clusterId(JsonObject cluster) {
        String id = text(cluster, "clusterID");
        return id.isEmpty()
                ? List.of()
                : uuidProblem(id).map(problem -> "cannot parse cluster ID \"" + id + "\": " + problem).stream()
                        .toList();
    }

    private static Optional<String> uuidProblem(String id) {
        int length = id.getBytes(StandardCharsets.UTF_8).length;
        Pattern form;
        switch (length) {
            case 32 -> form = BARE_UUID;
            case 36 -> form = UUID;
            case 38 -> form = BRACKETED_UUID;
            case 45 -> {
                if (!id.regionMatches(true, 0, "urn:uuid:", 0, 9)) {
                    return Optional.of("invalid urn prefix: \"" + id.substring(0, 9) + "\"");
                }
                form = URN_UUID;
            }
            default -> {
                return Optional.of("invalid UUID length: " + length);
            }
        }
        return form.matcher(id).matches() ? Optional.empty() : Optional.of("invalid UUID format");
    }

    /** The first service published with the hostname of another, by load balancer or route. */
    public static List<String> hostnames(JsonObject cluster) {
        Map<String, String> services = new LinkedHashMap<>();
        for (Object item : cluster.array("spec", "services")) {
            if (!(item instanceof JsonObject mapping) || !(mapping.get("service") instanceof String service)) {
                continue;
            }
            String hostname = hostname(mapping.object("servicePublishingStrategy"));
            String other = hostname.isEmpty() ? null : services.putIfAbsent(hostname, service);
            if (other != null) {
                return List.of("service type " + service + " can't be published with the same hostname " + hostname
                        + " as service type " + other);
            }
        }
        return List.of();
    }

    private static String hostname(JsonObject strategy) {
        String type = strategy.text("type");
        String hostname = "LoadBalancer".equals(type)
                ? strategy.text("loadBalancer", "hostname")
                : "Route".equals(type) ? strategy.text("route", "hostname") : null;
        return hostname == null ? "" : hostname;
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
