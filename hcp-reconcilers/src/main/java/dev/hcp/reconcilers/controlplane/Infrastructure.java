package dev.hcp.reconcilers.controlplane;

import dev.hcp.reconcilers.controlplane.ControlPlaneServices.Entry;
import java.util.List;
import java.util.Map;

/** The services and routes by which users, nodes and the control plane itself reach a control plane. */
final class Infrastructure {
    static final String PRIVATE_API_SERVER = "kube-apiserver-private";
    static final String INTERNAL_API_SERVER_ROUTE = "kube-apiserver-internal";
    static final String KONNECTIVITY = "konnectivity-server";
    static final String OAUTH = "oauth-openshift";
    static final String OAUTH_ROUTE = "oauth";
    static final String OAUTH_PRIVATE_ROUTE = "oauth-private";
    static final String OAUTH_INTERNAL_ROUTE = "oauth-internal";
    static final String ROUTER = "router";
    static final String PRIVATE_ROUTER = "private-router";

    private final ControlPlaneObjects objects;
    private final ControlPlane controlPlane;
    private final Publishing publishing;
    private final PublishedServices services;
    private final PublishedRoutes routes;

    Infrastructure(ControlPlaneObjects objects) {
        this.objects = objects;
        this.controlPlane = objects.controlPlane();
        this.publishing = new Publishing(controlPlane);
        this.services = new PublishedServices(objects);
        this.routes = new PublishedRoutes(objects);
    }

    /**
     * Wants the services and routes.
     *
     * @throws dev.hcp.api.HcpException when a service cannot be published as it shall be; those before it are wanted
     */
    void reconcile() {
        services.apiServer();
        apiServerRoutes();
        services.konnectivity();
        konnectivityRoute();
        if (controlPlane.oauthEnabled()) {
            services.oauth();
            oauthRoutes();
        }
        INSIDE.forEach(objects::service);
        services.routers();
    }

    private void apiServerRoutes() {
        if (!publishing.isRoute(Publishing.API_SERVER)) {
            return;
        }
        String hostname = publishing.routeHostname(Publishing.API_SERVER);
        String service = ControlPlaneServices.KUBE_API_SERVER;
        if (controlPlane.isPublic()) {
            routes.delete(PRIVATE_API_SERVER);
            routes.dedicated(service, service, hostname);
        } else {
            routes.delete(service);
            if (hostname.isEmpty()) {
                routes.delete(PRIVATE_API_SERVER);
            } else {
                routes.hidden(PRIVATE_API_SERVER, service, hostname);
            }
        }
        routes.internal(INTERNAL_API_SERVER_ROUTE, service, publishing.internalApiHost(), Map.of());
    }

    private void konnectivityRoute() {
        if (!publishing.isRoute(Publishing.KONNECTIVITY)) {
            return;
        }
        Map<String, String> balanced = Map.of("haproxy.router.openshift.io/balance", "roundrobin");
        if (controlPlane.isPrivate()) {
            routes.internal(KONNECTIVITY, KONNECTIVITY, publishing.internalHost(KONNECTIVITY), balanced);
        } else {
            routes.external(KONNECTIVITY, KONNECTIVITY, publishing.routeHostname(Publishing.KONNECTIVITY), balanced);
        }
    }

    private void oauthRoutes() {
        if (!publishing.isRoute(Publishing.OAUTH)) {
            return;
        }
        String hostname = publishing.routeHostname(Publishing.OAUTH);
        if (controlPlane.isPublic()) {
            routes.delete(OAUTH_PRIVATE_ROUTE);
            routes.external(OAUTH_ROUTE, OAUTH, hostname, Map.of());
        } else {
            routes.delete(OAUTH_ROUTE);
            if (hostname.isEmpty()) {
                routes.delete(OAUTH_PRIVATE_ROUTE);
            } else {
                routes.hidden(OAUTH_PRIVATE_ROUTE, OAUTH, hostname);
            }
        }
        if (controlPlane.isPrivate()) {
            routes.internal(OAUTH_INTERNAL_ROUTE, OAUTH, publishing.internalHost(OAUTH), Map.of());
        }
    }

    private static final Map<String, String> OPENSHIFT_API_LABELS =
            ControlPlaneServices.component("openshift-apiserver");

    /** Those of the aggregated API servers; all with the labels of the first. */
    private static final List<Entry> INSIDE = List.of(
            inside("openshift-apiserver", 8443),
            inside("openshift-oauth-apiserver", 8443),
            inside("packageserver", 5443));

    private static Entry inside(String name, int target) {
        return ControlPlaneServices.service(name, ControlPlaneServices.component(name))
                .labelled(OPENSHIFT_API_LABELS)
                .port(ControlPlaneServices.port("https", 443, target));
    }
}
