package dev.hcp.api.validation;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.value.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether the networks of a hosted cluster fit together, in the words of the HyperShift operator. */
final class HostedClusterNetworks {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private HostedClusterNetworks() {}

    /** A network and the field it stands in. */
    private record Network(String field, Cidr cidr) {}

    static List<String> problems(JsonObject cluster) {
        if ("IBMCloud".equals(cluster.text("spec", "platform", "type"))) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        String advertised = advertiseAddress(cluster);
        boolean parseable = isAddress(advertised);
        if (!parseable) {
            problems.add(
                    "advertise address set in HostedCluster " + cluster.text("metadata", "name") + " is not parseable");
        }
        checkFamilies(cluster, advertised, problems);
        checkOverlaps(cluster, problems);
        if (parseable) {
            checkAdvertiseAddress(cluster, advertised, problems);
        }
        checkNodePortAddress(cluster, problems);
        return problems;
    }

    /** The address at which pods and nodes reach the API server. */
    private static String advertiseAddress(JsonObject cluster) {
        String explicit = explicitAddress(cluster);
        if (!explicit.isEmpty()) {
            return explicit;
        }
        JsonArray clusterNetwork = cluster.array("spec", "networking", "clusterNetwork");
        boolean ipv6 =
                !clusterNetwork.isEmpty() && cidr(clusterNetwork.object(0)).isIpv6();
        return ipv6 ? "fd00::1" : "172.20.0.1";
    }

    private static String explicitAddress(JsonObject cluster) {
        String address = cluster.text("spec", "networking", "apiServer", "advertiseAddress");
        return address == null ? "" : address;
    }

    /** Where the API server is published by node port; empty when it is not. */
    private static String nodePortAddress(JsonObject cluster) {
        for (Object item : cluster.array("spec", "services")) {
            if (item instanceof JsonObject mapping && "APIServer".equals(mapping.text("service"))) {
                JsonObject strategy = mapping.object("servicePublishingStrategy");
                String address = strategy.text("nodePort", "address");
                return address == null || !"NodePort".equals(strategy.text("type")) ? "" : address;
            }
        }
        return "";
    }

    private static boolean isAddress(String text) {
        return IPV4.matcher(text).matches() || text.contains(":");
    }

    private static Cidr cidr(JsonObject entry) {
        String text = entry.text("cidr");
        return Cidr.of(text == null ? "" : text);
    }

    private static List<Network> networks(JsonObject cluster, String kind) {
        List<Network> found = new ArrayList<>();
        for (Object item : cluster.array("spec", "networking", kind)) {
            if (item instanceof JsonObject entry && cidr(entry).isValid()) {
                found.add(new Network("spec.networking." + kind, cidr(entry)));
            }
        }
        return found;
    }

    private static void checkFamilies(JsonObject cluster, String advertised, List<String> problems) {
        List<String> ipv4 = new ArrayList<>();
        List<String> ipv6 = new ArrayList<>();
        for (String kind : List.of("clusterNetwork", "serviceNetwork", "machineNetwork")) {
            List<Network> networks = networks(cluster, kind);
            if (!networks.isEmpty()) {
                Network first = networks.get(0);
                (first.cidr().isIpv6() ? ipv6 : ipv4).add(first.field() + "[0].cidr");
            }
        }
        if (!explicitAddress(cluster).isEmpty()) {
            (advertised.contains(":") ? ipv6 : ipv4).add("spec.networking.apiServerNetworking.advertiseAddress");
        }
        if (!ipv4.isEmpty() && !ipv6.isEmpty()) {
            problems.add("spec.networking: Forbidden: declare multiple network stacks as primary network in the cluster"
                    + " definition is not allowed, ipv4: " + bracketed(ipv4) + ", ipv6: " + bracketed(ipv6));
        }
    }

    private static String bracketed(List<String> items) {
        return items.stream().collect(Collectors.joining(" ", "[", "]"));
    }

    private static void checkOverlaps(JsonObject cluster, List<String> problems) {
        List<Network> all = new ArrayList<>();
        all.addAll(networks(cluster, "machineNetwork"));
        all.addAll(networks(cluster, "serviceNetwork"));
        all.addAll(networks(cluster, "clusterNetwork"));
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                Network a = all.get(i);
                Network b = all.get(j);
                if (a.cidr().overlaps(b.cidr())) {
                    problems.add(a.field() + ": Invalid value: \"" + a.cidr() + "\": " + a.field() + " and " + b.field()
                            + " overlap: " + a.cidr() + " and " + b.cidr());
                }
            }
        }
    }

    private static void checkAdvertiseAddress(JsonObject cluster, String advertised, List<String> problems) {
        for (String kind : List.of("clusterNetwork", "serviceNetwork", "machineNetwork")) {
            List<Network> networks = networks(cluster, kind);
            if (!networks.isEmpty() && networks.get(0).cidr().contains(advertised)) {
                Network network = networks.get(0);
                problems.add("the field " + network.field() + " with content " + network.cidr()
                        + " overlaps with the defined AdvertiseAddress " + advertised + " prefix: <nil>");
            }
        }
    }

    private static void checkNodePortAddress(JsonObject cluster, List<String> problems) {
        String address = nodePortAddress(cluster);
        if (!isAddress(address)) {
            return;
        }
        for (Network network : networks(cluster, "serviceNetwork")) {
            if (network.cidr().contains(address)) {
                problems.add(
                        "Nodeport IP is within the service network range: " + address + " is within " + network.cidr());
            }
        }
    }
}
