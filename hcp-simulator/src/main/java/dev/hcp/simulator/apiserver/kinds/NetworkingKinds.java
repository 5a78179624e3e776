package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.BuiltInKinds.kind;

import dev.hcp.simulator.apiserver.catalogue.Resource;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;

/** The kinds of the networking and discovery groups. */
final class NetworkingKinds {
    private NetworkingKinds() {}

    static List<Resource> all() {
        return List.of(
                kind("networking.k8s.io", "networkpolicies", NetworkPolicy.class, "netpol")
                        .generation()
                        .strategy(new NetworkPolicyStrategy())
                        .build(),
                kind("networking.k8s.io", "ingresses", Ingress.class, "ing")
                        .singular("ingress")
                        .status()
                        .generation()
                        .strategy(new IngressStrategy())
                        .build(),
                kind("discovery.k8s.io", "endpointslices", EndpointSlice.class)
                        .generation()
                        .strategy(new EndpointStrategies.ForSlice())
                        .build(),
                kind("networking.k8s.io", "ingressclasses", IngressClass.class)
                        .clusterScoped()
                        .generation()
                        .strategy(new IngressClassStrategy())
                        .build());
    }
}
