package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.value.Cidr;
import dev.hcp.reconcilers.controlplane.PublishedEndpoints.Endpoint;
import dev.hcp.reconcilers.controlplane.PublishedEndpoints.Endpoints;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names and addresses under which services are reached from outside, each in the certificate of the service. */
final class CertificateNames {
    private static final String DEFAULT_ADVERTISED = "172.20.0.1";
    private static final String DEFAULT_ADVERTISED_IPV6 = "fd00::1";

    private CertificateNames() {}

    static List<String> ofApiServer(ControlPlane controlPlane, Optional<Endpoints> endpoints) {
        List<String> names = new ArrayList<>(List.of("localhost"));
        for (String service : List.of("kubernetes", "openshift")) {
            names.addAll(List.of(
                    service, service + ".default", service + ".default.svc", service + ".default.svc.cluster.local"));
        }
        names.addAll(Certificates.inNamespace(controlPlane, ControlPlaneServices.KUBE_API_SERVER));
        names.add(new Publishing(controlPlane).internalApiHost());
        addName(names, endpoints.map(Endpoints::api));
        return names;
    }

    static List<String> addressesOfApiServer(ControlPlane controlPlane, Optional<Endpoints> endpoints) {
        List<String> addresses = new ArrayList<>(List.of("127.0.0.1", "::1"));
        boolean ipv6 = false;
        for (Object item : controlPlane.spec().array("networking", "serviceNetwork")) {
            String network = item instanceof JsonObject entry ? ControlPlane.text(entry, "cidr") : "";
            Cidr cidr = Cidr.of(network);
            if (cidr.isValid()) {
                ipv6 |= addresses.size() == 2 && cidr.isIpv6();
                addresses.add(firstUsable(cidr));
            }
        }
        String advertised = ControlPlane.text(controlPlane.spec(), "networking", "apiServer", "advertiseAddress");
        addresses.add(!advertised.isEmpty() ? advertised : ipv6 ? DEFAULT_ADVERTISED_IPV6 : DEFAULT_ADVERTISED);
        addAddress(addresses, endpoints.map(Endpoints::api));
        return addresses;
    }

    static List<String> ofKonnectivity(ControlPlane controlPlane, Optional<Endpoints> endpoints) {
        List<String> names = new ArrayList<>(Certificates.inNamespace(controlPlane, Infrastructure.KONNECTIVITY));
        addName(names, endpoints.map(Endpoints::konnectivity));
        return names;
    }

    static List<String> addressesOfKonnectivity(ControlPlane controlPlane, Optional<Endpoints> endpoints) {
        List<String> addresses = new ArrayList<>();
        addAddress(addresses, endpoints.map(Endpoints::konnectivity));
        return addresses;
    }

    static List<String> ofOAuth(ControlPlane controlPlane, Optional<Endpoints> endpoints) {
        List<String> names = new ArrayList<>(Certificates.inNamespace(controlPlane, Infrastructure.OAUTH));
        names.add("localhost");
        addName(names, endpoints.flatMap(Endpoints::oauth));
        return names;
    }

    static List<String> addressesOfOAuth(ControlPlane controlPlane, Optional<Endpoints> endpoints) {
        List<String> addresses = new ArrayList<>();
        addAddress(addresses, endpoints.flatMap(Endpoints::oauth));
        return addresses;
    }

    private static void addName(List<String> names, Optional<Endpoint> endpoint) {
        endpoint.map(Endpoint::host)
                .filter(host -> !host.isEmpty() && !isAddress(host) && !names.contains(host))
                .ifPresent(names::add);
    }

    private static void addAddress(List<String> addresses, Optional<Endpoint> endpoint) {
        endpoint.map(Endpoint::host)
                .filter(host -> isAddress(host) && !addresses.contains(host))
                .ifPresent(addresses::add);
    }

    static boolean isAddress(String host) {
        return host.contains(":") || host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    }

    /** An address as certificates show it. */
    static String canonical(String address) {
        try {
            return InetAddress.getByName(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new HcpException("\"" + address + "\" is not an IP address", e);
        }
    }

    private static String firstUsable(Cidr network) {
        try {
            byte[] address = InetAddress.getByName(network.networkAddress()).getAddress();
            address[address.length - 1] |= 1;
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new HcpException("\"" + network.text() + "\" is not a network", e);
        }
    }
}
