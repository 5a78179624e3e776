package dev.hcp.api.validation;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.value.Cidr;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the networks of a hosted cluster fit together, in the words of the HyperShift operator. */
final class HostedClusterNetworks {
    private static final List<String> KINDS = List.of("ClusterNetwork", "MachineNetwork", "ServiceNetwork");
    private static final String ADVERTISE_ADDRESS = "spec.networking.APIServerNetworking.AdvertiseAddress";

    private HostedClusterNetworks() {}

    /** A network and the field it stands in. */
    private record Network(String field, Cidr cidr) {}

    static List<String> problems(JsonObject cluster) {
        if ("IBMCloud".equals(cluster.text("spec", "platform", "type"))) {
            return List.of();
        }
        Set<String> problems = new LinkedHashSet<>();
        checkFamilies(cluster, problems);
        checkOverlaps(cluster, problems);
        checkAdvertiseAddress(cluster, problems);
        checkNodePortAddress(cluster, problems);
        return List.copyOf(problems);
    }

    /** The address at which pods and nodes reach the API server, which the user may have set. */
    private static Optional<String> explicitAddress(JsonObject cluster) {
        return Optional.ofNullable(cluster.text("spec", "networking", "apiServer", "advertiseAddress"));
    }

    private static String defaultAddress(JsonObject cluster) {
        List<Network> networks = networks(cluster, "ClusterNetwork");
        return !networks.isEmpty() && networks.get(0).cidr().isIpv6() ? "fd00::1" : "172.20.0.1";
    }

    /** Where the API server is published by node port; empty when it is not. */
    private static String nodePortAddress(JsonObject cluster) {
        for (Object item : cluster.array("spec", "services")) {
            if (item instanceof JsonObject mapping && "APIServer".equals(mapping.text("service"))) {
                JsonObject strategy = mapping.object("servicePublishingStrategy");
                if ("NodePort".equals(strategy.text("type"))) {
                    String address = strategy.text("nodePort", "address");
                    return address == null ? "" : address;
                }
            }
        }
        return "";
    }

    private static boolean isAddress(String text) {
        return Cidr.of(text + (text.contains(":") ? "/128" : "/32")).isValid();
    }

    /** The networks of a kind, which is the name of the field as messages spell it. */
    private static List<Network> networks(JsonObject cluster, String kind) {
        String field = Character.toLowerCase(kind.charAt(0)) + kind.substring(1);
        List<Network> found = new ArrayList<>();
        for (Object item : cluster.array("spec", "networking", field)) {
            if (item instanceof JsonObject entry && entry.get("cidr") instanceof String text) {
                Cidr cidr = Cidr.of(text);
                if (cidr.isValid()) {
                    found.add(new Network("spec.networking." + kind, cidr));
                }
            }
        }
        return found;
    }

    private static void checkFamilies(JsonObject cluster, Set<String> problems) {
        List<String> ipv4 = new ArrayList<>();
        List<String> ipv6 = new ArrayList<>();
        for (String kind : KINDS) {
            List<Network> networks = networks(cluster, kind);
            if (!networks.isEmpty()) {
                Network first = networks.get(0);
                (first.cidr().isIpv6() ? ipv6 : ipv4).add(first.field());
            }
        }
        explicitAddress(cluster)
                .filter(HostedClusterNetworks::isAddress)
                .ifPresent(address -> (address.contains(":") ? ipv6 : ipv4).add(ADVERTISE_ADDRESS));
        if (!ipv4.isEmpty() && !ipv6.isEmpty()) {
            problems.add("spec.networking: Forbidden: declare multiple network stacks as primary network in the cluster"
                    + " definition is not allowed, ipv4: " + bracketed(ipv4) + ", ipv6: " + bracketed(ipv6));
        }
    }

    private static String bracketed(List<String> items) {
        return items.stream().collect(Collectors.joining(" ", "[", "]"));
    }

    private static void checkOverlaps(JsonObject cluster, Set<String> problems) {
        List<Network> all = new ArrayList<>();
        all.addAll(networks(cluster, "MachineNetwork"));
        all.addAll(networks(cluster, "ServiceNetwork"));
        all.addAll(networks(cluster, "ClusterNetwork"));
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                Network a = all.get(i);
                Network b = all.get(j);
                if (a.cidr().overlaps(b.cidr())) {
                    problems.add(invalid(
                            a.field(),
                            a.cidr().text(),
                            a.field() + " and " + b.field() + " overlap: " + a.cidr() + " and " + b.cidr()));
                }
            }
        }
    }

    private static void checkAdvertiseAddress(JsonObject cluster, Set<String> problems) {
        String advertised = explicitAddress(cluster).orElseGet(() -> defaultAddress(cluster));
        if (!isAddress(advertised)) {
            problems.add(invalid(
                    ADVERTISE_ADDRESS,
                    advertised,
                    "advertise address set in HostedCluster " + advertised + " is not parseable"));
            return;
        }
        for (String kind : KINDS) {
            List<Network> networks = networks(cluster, kind);
            if (!networks.isEmpty() && networks.get(0).cidr().contains(advertised)) {
                Network network = networks.get(0);
                problems.add(invalid(
                        network.field(),
                        network.cidr().text(),
                        "the field " + network.field() + " with content " + network.cidr()
                                + " overlaps with the defined AdvertiseAddress " + advertised + " prefix: <nil>"));
            }
        }
    }

    private static void checkNodePortAddress(JsonObject cluster, Set<String> problems) {
        String address = nodePortAddress(cluster);
        if (!isAddress(address)) {
            return;
        }
        for (Network network : networks(cluster, "ServiceNetwork")) {
            if (network.cidr().contains(address)) {
                problems.add(invalid(
                        network.field(),
                        network.cidr().text(),
                        "Nodeport IP is within the service network range: " + address + " is within "
                                + network.cidr()));
            }
        }
    }

    private static String invalid(String field, String value, String detail) {
        return field + ": Invalid value: \"" + value + "\": " + detail;
    }
}
