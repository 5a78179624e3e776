package dev.hcp.platforms.agent;

import dev.hcp.api.hypershift.NodePoolPlatform;
import dev.hcp.api.hypershift.PlatformType;
import dev.hcp.api.hypershift.agent.AgentNodePoolPlatform;
import dev.hcp.platforms.OptionProblem;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.List;

/**
 * What can be chosen of the agents of a new node pool. Mirrors {@code spec.platform.agent} of NodePool. Not thread-safe.
 */
public final class AgentPoolOptions {
    private String agentLabelSelector = "";

    /** Which agents become nodes, such as {@code size=large,zone in (a,b)}. Any by default. */
    public void agentLabelSelector(String selector) {
        this.agentLabelSelector = selector;
    }

    /** What cannot even be written down as a node pool. */
    public List<OptionProblem> refusals() {
        return AgentSelectors.problem(agentLabelSelector)
                .map(problem -> List.of(new OptionProblem("agentLabelSelector", "is no label selector: " + problem)))
                .orElse(List.of());
    }

    /**
     * The platform of a NodePool's specification.
     *
     * @param explicit whether a selector of all agents is written down as an empty one
     */
    public NodePoolPlatform platform(boolean explicit) {
        AgentNodePoolPlatform.Builder agent = AgentNodePoolPlatform.builder();
        if (explicit || !agentLabelSelector.isEmpty()) {
            agent.agentLabelSelector(
                    agentLabelSelector.isEmpty() ? new LabelSelector() : AgentSelectors.parse(agentLabelSelector));
        }
        NodePoolPlatform.Builder platform = NodePoolPlatform.builder();
        platform.type(PlatformType.AGENT).agent(agent.build());
        return platform.build();
    }
}
