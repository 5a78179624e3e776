package dev.hcp.client;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeAddress;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Optional;

/** Finds where node ports of the management cluster are reached. */
final class NodeAddresses {
    private static final List<String> PREFERENCE = List.of("ExternalDNS", "ExternalIP", "InternalIP");

    private NodeAddresses() {}

    /** The best address of the first node, if there is any. */
    static Optional<String> first(KubernetesClient kubernetes) {
        List<Node> nodes = Failures.explain(
                "look up the address of a node of the management cluster",
                () -> kubernetes.nodes().list().getItems());
        if (nodes.isEmpty() || nodes.get(0).getStatus() == null) {
            return Optional.empty();
        }
        List<NodeAddress> addresses = nodes.get(0).getStatus().getAddresses();
        return PREFERENCE.stream()
                .flatMap(type -> addresses.stream().filter(address -> type.equals(address.getType())))
                .map(NodeAddress::getAddress)
                .filter(address -> address != null && !address.isEmpty())
                .findFirst();
    }
}
