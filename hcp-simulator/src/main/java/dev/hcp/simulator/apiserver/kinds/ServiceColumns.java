package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.BuiltInColumns.column;
import static dev.hcp.simulator.apiserver.kinds.BuiltInColumns.joined;
import static dev.hcp.simulator.apiserver.kinds.BuiltInColumns.orNone;
import static dev.hcp.simulator.apiserver.kinds.BuiltInColumns.wide;
import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The columns of services, endpoints and ingresses. */
final class ServiceColumns {
    private ServiceColumns() {}

    static List<Column> columns(Column name, Column age) {
        return List.of(
                name,
                column("Type", service -> text(service, "spec", "type")),
                column("Cluster-IP", ServiceColumns::clusterIp),
                column("External-IP", ServiceColumns::externalIp),
                column("Port(s)", ServiceColumns::ports),
                age,
                wide(
                        "Selector",
                        service -> BuiltInColumns.selector(
                                JsonObject.of("matchLabels", service.object("spec", "selector")))));
    }

    private static String clusterIp(JsonObject service) {
        JsonArray addresses = service.array("spec", "clusterIPs");
        return addresses.isEmpty() ? orNone(text(service, "spec", "clusterIP")) : String.valueOf(addresses.get(0));
    }

    private static String externalIp(JsonObject service) {
        List<String> external = service.array("spec", "externalIPs").stream()
                .map(String::valueOf)
                .toList();
        switch (text(service, "spec", "type")) {
            case "ExternalName" -> {
                return text(service, "spec", "externalName");
            }
            case "LoadBalancer" -> {
                List<String> addresses = new ArrayList<>(ingressAddresses(service));
                addresses.addAll(external);
                return addresses.isEmpty() ? "<pending>" : shortened(joined(addresses));
            }
            default -> {
                return orNone(external);
            }
        }
    }

    private static String shortened(String text) {
        return text.length() > 16 ? text.substring(0, 13) + "..." : text;
    }

    private static List<String> ingressAddresses(JsonObject object) {
        List<String> addresses = new ArrayList<>();
        JsonArray ingress = object.array("status", "loadBalancer", "ingress");
        for (int i = 0; i < ingress.size(); i++) {
            String ip = text(ingress.object(i), "ip");
            addresses.add(ip.isEmpty() ? text(ingress.object(i), "hostname") : ip);
        }
        return addresses;
    }

    private static String ports(JsonObject service) {
        List<String> parts = new ArrayList<>();
        JsonArray ports = service.array("spec", "ports");
        for (int i = 0; i < ports.size(); i++) {
            JsonObject port = ports.object(i);
            long nodePort = port.integer(0, "nodePort");
            parts.add(port.integer(0, "port") + (nodePort == 0 ? "" : ":" + nodePort) + "/" + text(port, "protocol"));
        }
        return orNone(parts);
    }

    static String endpoints(JsonObject endpoints) {
        List<String> parts = new ArrayList<>();
        JsonArray subsets = endpoints.array("subsets");
        for (int i = 0; i < subsets.size(); i++) {
            JsonArray addresses = subsets.object(i).array("addresses");
            JsonArray ports = subsets.object(i).array("ports");
            for (int p = 0; p < Math.max(1, ports.size()); p++) {
                for (int a = 0; a < addresses.size(); a++) {
                    String ip = text(addresses.object(a), "ip");
                    parts.add(ports.isEmpty() ? ip : ip + ":" + ports.object(p).integer(0, "port"));
                }
            }
        }
        return firstThree(parts, "<none>");
    }

    private static String firstThree(List<String> parts, String none) {
        if (parts.isEmpty()) {
            return none;
        }
        return parts.size() <= 3
                ? joined(parts)
                : joined(parts.subList(0, 3)) + " + " + (parts.size() - 3) + " more...";
    }

    static String slicePorts(JsonObject slice) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < slice.array("ports").size(); i++) {
            parts.add(Long.toString(slice.array("ports").object(i).integer(0, "port")));
        }
        return firstThree(parts, "<unset>");
    }

    static String sliceEndpoints(JsonObject slice) {
        List<String> parts = new ArrayList<>();
        JsonArray endpoints = slice.array("endpoints");
        for (int i = 0; i < endpoints.size(); i++) {
            endpoints.object(i).array("addresses").forEach(address -> parts.add(String.valueOf(address)));
        }
        return firstThree(parts, "<unset>");
    }

    static List<Column> ingresses(Column name, Column age) {
        return List.of(
                name,
                column("Class", ingress -> orNone(text(ingress, "spec", "ingressClassName"))),
                column("Hosts", ServiceColumns::hosts),
                column("Address", ingress -> joined(ingressAddresses(ingress))),
                column("Ports", ingress -> ingress.array("spec", "tls").isEmpty() ? "80" : "80, 443"),
                age);
    }

    private static String hosts(JsonObject ingress) {
        List<String> hosts = new ArrayList<>();
        JsonArray rules = ingress.array("spec", "rules");
        for (int i = 0; i < rules.size(); i++) {
            String host = text(rules.object(i), "host");
            hosts.add(host.isEmpty() ? "*" : host);
        }
        return firstThree(hosts, "*");
    }
}
