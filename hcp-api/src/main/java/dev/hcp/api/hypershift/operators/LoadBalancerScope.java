package dev.hcp.api.hypershift.operators;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** From where a load balancer is reached: from anywhere, or from the cluster's own network. */
public final class LoadBalancerScope extends OpenEnum {
    public static final LoadBalancerScope INTERNAL = new LoadBalancerScope("Internal");

    public static final LoadBalancerScope EXTERNAL = new LoadBalancerScope("External");

    private LoadBalancerScope(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static LoadBalancerScope of(String value) {
        return new LoadBalancerScope(value);
    }
}
