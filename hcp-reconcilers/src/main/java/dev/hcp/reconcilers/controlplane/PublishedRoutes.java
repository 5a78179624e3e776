package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Labels;
import dev.hcp.api.openshift.Route;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Routes to services of a control plane, through the management cluster's ingress or a router of its own. */
final class PublishedRoutes {
    private static final String ROUTER_NAME = "router";

    private final ControlPlaneObjects objects;
    private final ControlPlane controlPlane;

    PublishedRoutes(ControlPlaneObjects objects) {
        this.objects = objects;
        this.controlPlane = objects.controlPlane();
    }

    /**
     * A route to the outside; without a host name the management cluster's ingress gives it one.
     *
     * @param hostname the host name it shall have, or the empty text
     */
    void external(String name, String service, String hostname, Map<String, String> annotations) {
        Map<String, String> labels =
                new Publishing(controlPlane).ownRouterServesOutside() ? ownRouter() : new TreeMap<>();
        apply(name, service, hostname.isEmpty() ? defaultHost(name) : hostname, labels, named(hostname, annotations));
    }

    /**
     * A route to the outside that is served by the control plane's own router.
     *
     * @throws HcpException without a host name, which nobody would give it
     */
    void dedicated(String name, String service, String hostname) {
        if (hostname.isEmpty()) {
            throw new HcpException("route hostname is required for service APIServer");
        }
        apply(name, service, hostname, ownRouter(), named(hostname, Map.of()));
    }

    /** A route under a public name that resolves to a private link. */
    void hidden(String name, String service, String hostname) {
        Map<String, String> labels = ownRouter();
        labels.put(Labels.ROUTE_VISIBILITY, "private");
        apply(name, service, hostname, labels, named(hostname, Map.of()));
    }

    /** A route inside of the private network. */
    void internal(String name, String service, String host, Map<String, String> annotations) {
        Map<String, String> labels = ownRouter();
        labels.put(Labels.INTERNAL_ROUTE, "true");
        apply(name, service, host, labels, annotations);
    }

    void delete(String name) {
        objects.pass().delete(Route.class, objects.key(name));
    }

    /** Nobody else admits the routes that the control plane's own router serves. */
    void admit(String publicHost, String privateHost) {
        for (JsonObject route : objects.pass().trees(Route.class, controlPlane.namespace())) {
            JsonObject labels = route.object("metadata", "labels");
            if (labels.containsKey(Labels.HOSTED_CONTROL_PLANE)) {
                admit(route, labels.containsKey(Labels.INTERNAL_ROUTE) ? privateHost : publicHost);
            }
        }
    }

    private void admit(JsonObject route, String canonicalHost) {
        JsonArray known = route.array("status", "ingress");
        if (!known.isEmpty()
                && ControlPlane.text(known.object(0), "routerCanonicalHostname").equals(canonicalHost)) {
            return;
        }
        JsonObject ingress = JsonObject.builder(5)
                .put(
                        "conditions",
                        JsonArray.of(JsonObject.of(
                                "lastTransitionTime",
                                objects.pass()
                                        .now()
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .toString(),
                                "status",
                                "True",
                                "type",
                                "Admitted")))
                .put("host", ControlPlane.text(route, "spec", "host"))
                .put("routerCanonicalHostname", canonicalHost)
                .put("routerName", ROUTER_NAME)
                .put("wildcardPolicy", "None")
                .build();
        objects.pass().status(Route.class, route.with("status", JsonObject.of("ingress", JsonArray.of(ingress))));
    }

    private Map<String, String> ownRouter() {
        Map<String, String> labels = new TreeMap<>();
        labels.put(Labels.HOSTED_CONTROL_PLANE, controlPlane.namespace());
        return labels;
    }

    private static Map<String, String> named(String hostname, Map<String, String> annotations) {
        Map<String, String> all = new TreeMap<>(annotations);
        if (!hostname.isEmpty()) {
            all.put(PublishedServices.EXTERNAL_DNS, hostname);
        }
        return all;
    }

    private void apply(
            String name, String service, String host, Map<String, String> labels, Map<String, String> annotations) {
        objects.apply(Route.class, name, () -> {
            JsonObject spec = JsonObject.of(
                    "tls",
                    JsonObject.of("insecureEdgeTerminationPolicy", "None", "termination", "passthrough"),
                    "to",
                    JsonObject.of("kind", "Service", "name", service));
            return JsonObject.of(
                    "apiVersion",
                    "route.openshift.io/v1",
                    "kind",
                    "Route",
                    "metadata",
                    controlPlane.metadata(name, labels, annotations),
                    "spec",
                    host.isEmpty() ? spec : spec.with("host", host));
        });
    }

    /** The host to ask for; a host that somebody else has chosen stays. */
    private String defaultHost(String name) {
        Optional<String> wanted = RouteHosts.shortened(
                name,
                controlPlane.namespace(),
                objects.pass().managementCluster().defaultIngressDomain());
        String present = objects.tree(Route.class, name)
                .map(live -> ControlPlane.text(live, "spec", "host"))
                .orElse("");
        return wanted.filter(host -> present.isEmpty() || present.equals(host)).orElse("");
    }
}
