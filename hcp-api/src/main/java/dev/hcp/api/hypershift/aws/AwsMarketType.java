package dev.hcp.api.hypershift.aws;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** How instances are paid for. */
public final class AwsMarketType extends OpenEnum {
    public static final AwsMarketType UNSET = new AwsMarketType("");

    public static final AwsMarketType ON_DEMAND = new AwsMarketType("OnDemand");

    public static final AwsMarketType SPOT = new AwsMarketType("Spot");

    public static final AwsMarketType CAPACITY_BLOCKS = new AwsMarketType("CapacityBlocks");

    private AwsMarketType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AwsMarketType of(String value) {
        return new AwsMarketType(value);
    }
}
