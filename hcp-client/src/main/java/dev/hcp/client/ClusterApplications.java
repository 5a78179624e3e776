package dev.hcp.client;

import dev.hcp.api.names.Labels;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LoadBalancerIngress;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Objects;

/**
 * The way to the applications of a hosted cluster on KubeVirt that has a base domain of its own: a load balancer on the
 * management cluster, before the node ports of the hosted cluster's router.
 */
final class ClusterApplications {
    private static final String ROUTER_NAMESPACE = "openshift-ingress";
    private static final String ROUTER = "router-nodeport-default";

    private final KubernetesClient kubernetes;
    private final HostedClusterResource cluster;

    ClusterApplications(KubernetesClient kubernetes, HostedClusterResource cluster) {
        this.kubernetes = kubernetes;
        this.cluster = cluster;
    }

    Service publish() {
        List<ServicePort> router = routerPorts();
        Service service = new ServiceBuilder()
                .withNewMetadata()
                .withNamespace(cluster.controlPlaneNamespace())
                .withName(serviceName())
                .addToLabels("app", cluster.name())
                .endMetadata()
                .withNewSpec()
                .withType("LoadBalancer")
                .addToSelector(Labels.KUBEVIRT, "virt-launcher")
                .addToPorts(port("https-443", 443, nodePort(router, "https")))
                .addToPorts(port("http-80", 80, nodePort(router, "http")))
                .endSpec()
                .build();
        return Failures.explain(
                "publish the applications of " + cluster,
                () -> kubernetes.resource(service).patch(Patches.APPLY));
    }

    String address() {
        Service service = Failures.explain("read the load balancer of the applications of " + cluster, () -> kubernetes
                .services()
                .inNamespace(cluster.controlPlaneNamespace())
                .withName(serviceName())
                .get());
        if (service == null) {
            throw new ResourceNotFoundException("service " + cluster.controlPlaneNamespace() + "/" + serviceName()
                    + " does not exist; publish" + " the applications first");
        }
        List<LoadBalancerIngress> ingress =
                service.getStatus() == null || service.getStatus().getLoadBalancer() == null
                        ? List.of()
                        : service.getStatus().getLoadBalancer().getIngress();
        return ingress.stream()
                .map(one -> one.getIp() == null ? one.getHostname() : one.getIp())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() ->
                        new ResourceNotFoundException("service " + cluster.controlPlaneNamespace() + "/" + serviceName()
                                + " has no address yet; something on the management cluster, such as MetalLB, has to"
                                + " give it one"));
    }

    private String serviceName() {
        return cluster.name() + "-apps";
    }

    private List<ServicePort> routerPorts() {
        String action = "read the router of " + cluster;
        try (KubernetesClient guest = cluster.guest()) {
            Service router = Failures.explain(action, () -> guest.services()
                    .inNamespace(ROUTER_NAMESPACE)
                    .withName(ROUTER)
                    .get());
            if (router == null) {
                throw new ResourceNotFoundException(cluster + " has no Service " + ROUTER_NAMESPACE + "/" + ROUTER
                        + ": its router is not there yet, or is published in another way");
            }
            return router.getSpec().getPorts();
        }
    }

    private int nodePort(List<ServicePort> router, String name) {
        return router.stream()
                .filter(port -> name.equals(port.getName()))
                .map(ServicePort::getNodePort)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(
                        () -> new ResourceNotFoundException("the router of " + cluster + " has no node port " + name));
    }

    private static ServicePort port(String name, int port, int target) {
        ServicePort one = new ServicePort();
        one.setName(name);
        one.setPort(port);
        one.setProtocol("TCP");
        one.setTargetPort(new IntOrString(target));
        return one;
    }
}
