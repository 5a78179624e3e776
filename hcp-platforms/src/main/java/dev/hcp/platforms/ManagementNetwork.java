package dev.hcp.platforms;

import java.util.List;

/**
 * The networks of a management cluster, which guests must not reach.
 *
 * @param podNetworks CIDRs that its pods have addresses of
 * @param serviceNetworks CIDRs that its services have addresses of
 * @param apiServerAddresses addresses of its API server
 */
public record ManagementNetwork(
        List<String> podNetworks, List<String> serviceNetworks, List<String> apiServerAddresses) {
    /** A management cluster that says nothing of its networks. */
    public static final ManagementNetwork UNKNOWN = new ManagementNetwork(List.of(), List.of(), List.of());

    public ManagementNetwork {
        podNetworks = List.copyOf(podNetworks);
        serviceNetworks = List.copyOf(serviceNetworks);
        apiServerAddresses = List.copyOf(apiServerAddresses);
    }
}
