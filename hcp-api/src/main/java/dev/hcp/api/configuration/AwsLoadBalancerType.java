package dev.hcp.api.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** A kind of load balancer on AWS. */
public final class AwsLoadBalancerType extends OpenEnum {
    public static final AwsLoadBalancerType NLB = new AwsLoadBalancerType("NLB");

    public static final AwsLoadBalancerType CLASSIC = new AwsLoadBalancerType("Classic");

    private AwsLoadBalancerType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AwsLoadBalancerType of(String value) {
        return new AwsLoadBalancerType(value);
    }
}
