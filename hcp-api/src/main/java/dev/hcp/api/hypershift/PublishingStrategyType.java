package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** How a control plane service is published. */
public final class PublishingStrategyType extends OpenEnum {
    public static final PublishingStrategyType LOAD_BALANCER = new PublishingStrategyType("LoadBalancer");

    public static final PublishingStrategyType NODE_PORT = new PublishingStrategyType("NodePort");

    public static final PublishingStrategyType ROUTE = new PublishingStrategyType("Route");

    public static final PublishingStrategyType NONE = new PublishingStrategyType("None");

    public static final PublishingStrategyType S3 = new PublishingStrategyType("S3");

    private PublishingStrategyType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static PublishingStrategyType of(String value) {
        return new PublishingStrategyType(value);
    }
}
