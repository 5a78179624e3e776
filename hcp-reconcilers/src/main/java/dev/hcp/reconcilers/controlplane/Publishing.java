package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;

/** How a control plane publishes its services, as its HostedControlPlane says. */
final class Publishing {
    static final String API_SERVER = "APIServer";
    static final String KONNECTIVITY = "Konnectivity";
    static final String OAUTH = "OAuthServer";

    /** Port of everything that is reached through a router. */
    static final long ROUTER_PORT = 443;

    static final long KONNECTIVITY_PORT = 8091;
    static final long OAUTH_PORT = 6443;

    private static final long API_PORT = 6443;
    private static final long API_PORT_ON_IBM_CLOUD = 2040;
    private static final long API_PORT_ON_AZURE = 7443;

    private static final String INTERNAL_DOMAIN = ".hypershift.local";
    private static final String API_SERVICE_ON_AZURE = "kube-apiserverlb";

    private final ControlPlane controlPlane;

    Publishing(ControlPlane controlPlane) {
        this.controlPlane = controlPlane;
    }

    /** How a service is published, or the empty object. */
    JsonObject strategy(String service) {
        return controlPlane.strategy(service);
    }

    /** The type of its strategy, or the empty text. */
    String type(String service) {
        return ControlPlane.text(strategy(service), "type");
    }

    boolean isRoute(String service) {
        return type(service).equals("Route");
    }

    boolean isLoadBalancer(String service) {
        return type(service).equals("LoadBalancer");
    }

    /** The host name that its route shall have, or the empty text. */
    String routeHostname(String service) {
        return ControlPlane.text(strategy(service), "route", "hostname");
    }

    /** The host name by which its load balancer shall be known, or the empty text. */
    String balancerHostname(String service) {
        return ControlPlane.text(strategy(service), "loadBalancer", "hostname");
    }

    /** The host name outside of the management cluster's domains by which a service is known, or the empty text. */
    String externalHostname(String service) {
        return switch (type(service)) {
            case "Route" -> routeHostname(service);
            case "LoadBalancer" -> balancerHostname(service);
            default -> "";
        };
    }

    /** Whether the API server has a route of its own name, so that a router of the control plane serves its routes. */
    boolean hasDedicatedDns() {
        return isRoute(API_SERVER) && !routeHostname(API_SERVER).isEmpty();
    }

    /** Whether routes to the outside are served by the control plane's own router. */
    boolean ownRouterServesOutside() {
        return controlPlane.isPublic() && hasDedicatedDns();
    }

    /** The host of the API server inside of the private network. */
    String internalApiHost() {
        return "api." + controlPlane.name() + INTERNAL_DOMAIN;
    }

    /** The host of the route to another service inside of the private network. */
    String internalHost(String service) {
        return service + ".apps." + controlPlane.name() + INTERNAL_DOMAIN;
    }

    /** The port of the service kube-apiserver. */
    long apiServicePort() {
        return controlPlane.onPlatform("IBMCloud") ? API_PORT_ON_IBM_CLOUD : API_PORT;
    }

    /** Whether the API server has a load balancer beside its service, as where the management cluster's own uses 6443. */
    boolean apiBalancerIsSeparate() {
        return isLoadBalancer(API_SERVER)
                && (controlPlane.onPlatform("Azure")
                        || controlPlane
                                .annotation(Annotations.MANAGEMENT_PLATFORM)
                                .filter("Azure"::equals)
                                .isPresent());
    }

    /** The service that is the API server's load balancer. */
    String apiBalancerService() {
        return apiBalancerIsSeparate() ? API_SERVICE_ON_AZURE : ControlPlaneServices.KUBE_API_SERVER;
    }

    /** The port of the API server's load balancer. */
    long apiBalancerPort() {
        return apiBalancerIsSeparate() ? API_PORT_ON_AZURE : apiServicePort();
    }

    /** The port at which the API server's load balancer is asked for its health. */
    long apiHealthPort() {
        return apiBalancerIsSeparate() ? API_PORT_ON_AZURE : API_PORT;
    }
}
