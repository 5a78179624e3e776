package dev.hcp.samples.cli;

import dev.hcp.api.hypershift.AvailabilityPolicy;
import dev.hcp.client.CreateNoneCluster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hcp create cluster none}, with the defaults of the developer tool, which has it. */
@Command
final class CreateClusterNone extends CreateClusterCommand<CreateNoneCluster> {
    @Option(
            names = "--external-api-server-address",
            paramLabel = "ADDRESS",
            description = "Where node ports are reached. Default: an address of the first management node.")
    private String externalApiServerAddress = "";

    @Option(
            names = "--expose-through-load-balancer",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Publish services behind a load balancer and the ingress instead of by node ports.")
    private boolean exposeThroughLoadBalancer;

    CreateClusterNone(Session session) {
        super(session);
    }

    @Override
    CreateNoneCluster builder(String namespace, String name) {
        return session.hcp()
                .noneCluster(namespace, name)
                .controlPlaneAvailabilityPolicy(AvailabilityPolicy.SINGLE_REPLICA)
                .externalApiServerAddress(externalApiServerAddress)
                .exposeThroughLoadBalancer(exposeThroughLoadBalancer);
    }
}
