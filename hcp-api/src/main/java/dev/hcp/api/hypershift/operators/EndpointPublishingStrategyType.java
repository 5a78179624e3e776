package dev.hcp.api.hypershift.operators;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** A way to reach an ingress controller. */
public final class EndpointPublishingStrategyType extends OpenEnum {
    public static final EndpointPublishingStrategyType LOAD_BALANCER_SERVICE =
            new EndpointPublishingStrategyType("LoadBalancerService");

    public static final EndpointPublishingStrategyType HOST_NETWORK = new EndpointPublishingStrategyType("HostNetwork");

    public static final EndpointPublishingStrategyType PRIVATE = new EndpointPublishingStrategyType("Private");

    public static final EndpointPublishingStrategyType NODE_PORT_SERVICE =
            new EndpointPublishingStrategyType("NodePortService");

    private EndpointPublishingStrategyType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static EndpointPublishingStrategyType of(String value) {
        return new EndpointPublishingStrategyType(value);
    }
}
