package dev.hcp.platforms;

import dev.hcp.api.hypershift.PublishingStrategyType;
import dev.hcp.api.hypershift.ServicePublishingStrategyMapping;
import dev.hcp.api.hypershift.ServiceType;
import java.util.List;
import java.util.stream.Stream;

/** The ways in which new clusters publish their services ({@code spec.services}). */
public final class ServicePublishing {
    private ServicePublishing() {}

    /**
     * Behind the management cluster's ingress.
     *
     * @param apiServerByRoute whether the API server is behind it, too, rather than behind a load balancer of its own
     */
    public static List<ServicePublishingStrategyMapping> byIngress(boolean apiServerByRoute) {
        return List.of(
                published(
                        ServiceType.API_SERVER,
                        apiServerByRoute ? PublishingStrategyType.ROUTE : PublishingStrategyType.LOAD_BALANCER),
                published(ServiceType.IGNITION, PublishingStrategyType.ROUTE),
                published(ServiceType.KONNECTIVITY, PublishingStrategyType.ROUTE),
                published(ServiceType.OAUTH_SERVER, PublishingStrategyType.ROUTE));
    }

    /**
     * By ports of the management cluster's nodes.
     *
     * @param address name or address of a node, or of what balances among them
     */
    public static List<ServicePublishingStrategyMapping> byNodePort(String address) {
        return Stream.of(
                        ServiceType.API_SERVER,
                        ServiceType.IGNITION,
                        ServiceType.KONNECTIVITY,
                        ServiceType.OAUTH_SERVER,
                        ServiceType.OIDC)
                .map(service -> ServicePublishingStrategyMapping.builder()
                        .service(service)
                        .servicePublishingStrategy(strategy ->
                                strategy.type(PublishingStrategyType.NODE_PORT).nodePort(port -> port.address(address)))
                        .build())
                .toList();
    }

    private static ServicePublishingStrategyMapping published(ServiceType service, PublishingStrategyType type) {
        return ServicePublishingStrategyMapping.builder()
                .service(service)
                .servicePublishingStrategy(strategy -> strategy.type(type))
                .build();
    }
}
