package dev.hcp.reconcilers.hostedconfig;

import dev.hcp.api.capi.Machine;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Labels;
import dev.hcp.api.openshift.Route;
import dev.hcp.reconcilers.ObjectKey;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets the management cluster's ingress pass traffic for a cluster on KubeVirt through to that cluster's own: a Route for
 * its whole domain, a Service at the node port of its router, and endpoints from the addresses of its machines.
 */
final class IngressPassthrough {
    private static final String PORT_NAME = "https-443";

    private final HostedPass pass;
    private final JsonObject kubevirt;

    IngressPassthrough(HostedPass pass) {
        this.pass = pass;
        this.kubevirt = pass.spec().object("platform", "kubevirt");
    }

    /** Waits for the cluster's router. Virtual machines in another cluster than this cannot be reached from here. */
    void reconcile() {
        String id = HostedPass.text(kubevirt, "generateID");
        boolean here = kubevirt.at("credentials") == null;
        if (!kubevirt.isTrue("baseDomainPassthrough") || !here || id.isEmpty()) {
            return;
        }
        httpsPort().ifPresent(port -> {
            String service = "default-ingress-passthrough-service-" + id;
            pass.management().apply(Service.class, service(service, port));
            pass.management().apply(Route.class, route("default-ingress-passthrough-route-" + id, service));
            for (JsonObject machine : pass.management().trees(Machine.class, pass.namespace())) {
                if (!machine.array("status", "addresses").isEmpty()) {
                    endpoints(service, port, machine, "IPv4");
                    endpoints(service, port, machine, "IPv6");
                }
            }
        });
    }

    private Optional<Long> httpsPort() {
        return pass.guest()
                .tree(Service.class, ClusterOperators.INGRESS_NAMESPACE, "router-nodeport-default")
                .flatMap(router -> {
                    for (Object item : router.array("spec", "ports")) {
                        if (item instanceof JsonObject port
                                && port.integer(0, "port") == 443
                                && port.integer(0, "nodePort") != 0) {
                            return Optional.of(port.integer(0, "nodePort"));
                        }
                    }
                    return Optional.empty();
                });
    }

    private JsonObject labels() {
        return JsonObject.of(Labels.INFRA_ID, HostedPass.text(pass.spec(), "infraID"));
    }

    private JsonObject service(String name, long nodePort) {
        return HostedPass.object(Service.class, pass.namespace(), name)
                .withAt(labels(), "metadata", "labels")
                .with(
                        "spec",
                        JsonObject.of(
                                "ports",
                                JsonArray.of(JsonObject.of(
                                        "name", PORT_NAME, "port", 443, "protocol", "TCP", "targetPort", nodePort)),
                                "type",
                                "ClusterIP"));
    }

    private JsonObject route(String name, String service) {
        return HostedPass.object(Route.class, pass.namespace(), name)
                .withAt(labels(), "metadata", "labels")
                .with(
                        "spec",
                        JsonObject.of(
                                "host",
                                "https." + ClusterDomain.ingress(pass),
                                "port",
                                JsonObject.of("targetPort", PORT_NAME),
                                "tls",
                                JsonObject.of("termination", "passthrough"),
                                "to",
                                JsonObject.of("kind", "Service", "name", service, "weight", 100),
                                "wildcardPolicy",
                                "Subdomain"));
    }

    private void endpoints(String service, long nodePort, JsonObject machine, String family) {
        ObjectKey key = ObjectKey.of(machine);
        List<Object> addresses = addresses(machine, family);
        if (addresses.isEmpty() || machine.at("metadata", "deletionTimestamp") != null) {
            return;
        }
        String name = service + "-" + key.name() + "-" + (family.equals("IPv4") ? "ipv4" : "ipv6");
        pass.applyBeside(
                List.of(HostedPass.text(machine, "metadata", "uid"), nodePort, addresses),
                EndpointSlice.class,
                name,
                () -> slice(name, service, nodePort, machine, family, addresses));
    }

    private JsonObject slice(
            String name, String service, long nodePort, JsonObject machine, String family, List<Object> addresses) {
        JsonObject owner = JsonObject.of(
                "apiVersion",
                machine.text("apiVersion"),
                "kind",
                "Machine",
                "name",
                ObjectKey.of(machine).name(),
                "uid",
                HostedPass.text(machine, "metadata", "uid"));
        return HostedPass.object(EndpointSlice.class, pass.namespace(), name)
                .withAt(labels().with("kubernetes.io/service-name", service), "metadata", "labels")
                .withAt(JsonArray.of(owner), "metadata", "ownerReferences")
                .with("addressType", family)
                .with(
                        "endpoints",
                        JsonArray.of(JsonObject.of(
                                "addresses",
                                JsonArray.copyOf(addresses),
                                "conditions",
                                JsonObject.of("ready", true, "serving", true, "terminating", false))))
                .with("ports", JsonArray.of(JsonObject.of("name", PORT_NAME, "port", nodePort, "protocol", "TCP")));
    }

    private static List<Object> addresses(JsonObject machine, String family) {
        List<Object> found = new ArrayList<>();
        for (Object item : machine.array("status", "addresses")) {
            if (item instanceof JsonObject address && "InternalIP".equals(address.text("type"))) {
                String text = HostedPass.text(address, "address");
                if (text.contains(":") == family.equals("IPv6") && !text.isEmpty()) {
                    found.add(text);
                }
            }
        }
        return found;
    }
}
