package dev.hcp.client;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.NodePoolPlatform;
import dev.hcp.api.hypershift.PlatformType;
import dev.hcp.platforms.OptionProblem;
import dev.hcp.platforms.agent.AgentPoolOptions;
import java.util.List;

/** A node pool of agents to be added to a cluster, {@code hcp create nodepool agent}. Not thread-safe. */
public final class CreateAgentNodePool extends CreateNodePool<CreateAgentNodePool> {
    private final AgentPoolOptions options = new AgentPoolOptions();

    CreateAgentNodePool(HcpClient client, String namespace, String name) {
        super(client, namespace, name);
    }

    /** Which agents become nodes, {@code --agentLabelSelector}, such as {@code size=large,zone in (a,b)}. Any by default. */
    public CreateAgentNodePool agentLabelSelector(String selector) {
        options.agentLabelSelector(selector);
        return this;
    }

    @Override
    CreateAgentNodePool self() {
        return this;
    }

    @Override
    PlatformType platformType() {
        return PlatformType.AGENT;
    }

    @Override
    List<OptionProblem> platformRefusals(HostedCluster cluster) {
        return options.refusals();
    }

    @Override
    List<OptionProblem> platformProblems(HostedCluster cluster) {
        return options.refusals();
    }

    @Override
    NodePoolPlatform platform(HostedCluster cluster) {
        return options.platform(true);
    }
}
