package dev.hcp.api.hypershift.operators;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** A type of AWS load balancer: classic, or network. */
public final class AwsLoadBalancerType extends OpenEnum {
    public static final AwsLoadBalancerType CLASSIC = new AwsLoadBalancerType("Classic");

    public static final AwsLoadBalancerType NLB = new AwsLoadBalancerType("NLB");

    private AwsLoadBalancerType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AwsLoadBalancerType of(String value) {
        return new AwsLoadBalancerType(value);
    }
}
