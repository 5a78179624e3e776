package dev.hcp.client;

import dev.hcp.api.hypershift.DnsSpec;
import dev.hcp.api.hypershift.HostedClusterSpec;
import dev.hcp.api.hypershift.NodePoolPlatform;
import dev.hcp.api.hypershift.PlatformType;
import dev.hcp.platforms.OptionProblem;
import dev.hcp.platforms.ServicePublishing;
import java.util.List;
import java.util.Map;

/**
 * A hosted cluster whose nodes somebody else brings, with the defaults of the developer tool's {@code create cluster none},
 * but as available as others. The base domain is {@code example.com} when not set. Not thread-safe.
 */
public final class CreateNoneCluster extends CreateCluster<CreateNoneCluster> {
    private String externalApiServerAddress = "";
    private boolean exposeThroughLoadBalancer;

    CreateNoneCluster(HcpClient client, String namespace, String name) {
        super(client, namespace, name);
    }

    /** Where node ports are reached, {@code --external-api-server-address}. An address of the first node when not set. */
    public CreateNoneCluster externalApiServerAddress(String address) {
        this.externalApiServerAddress = address;
        return this;
    }

    /** Publishes services behind a load balancer and the ingress, {@code --expose-through-load-balancer}. */
    public CreateNoneCluster exposeThroughLoadBalancer(boolean expose) {
        this.exposeThroughLoadBalancer = expose;
        return this;
    }

    @Override
    CreateNoneCluster self() {
        return this;
    }

    @Override
    PlatformType platformType() {
        return PlatformType.NONE;
    }

    @Override
    void lookUp() {
        if (externalApiServerAddress.isEmpty() && !exposeThroughLoadBalancer) {
            externalApiServerAddress = addressOfANode();
        }
    }

    @Override
    List<OptionProblem> platformRefusals() {
        return List.of();
    }

    @Override
    List<OptionProblem> platformProblems() {
        return List.of();
    }

    @Override
    DnsSpec dns() {
        return Domains.orExample(baseDomain);
    }

    @Override
    void describe(HostedClusterSpec.Builder spec) {
        spec.platform(platform -> platform.type(PlatformType.NONE))
                .services(
                        exposeThroughLoadBalancer
                                ? ServicePublishing.byIngress(!externalDnsDomain.isEmpty())
                                : ServicePublishing.byNodePort(externalApiServerAddress));
    }

    @Override
    Map<String, NodePoolPlatform> pools() {
        NodePoolPlatform.Builder platform = NodePoolPlatform.builder();
        platform.type(PlatformType.NONE);
        return Map.of("", platform.build());
    }
}
