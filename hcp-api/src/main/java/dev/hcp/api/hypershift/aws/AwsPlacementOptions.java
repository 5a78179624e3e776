package dev.hcp.api.hypershift.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Rule;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * On what hardware and terms instances run.
 *
 * <p>CRD field: NodePool {@code spec.platform.aws.placement}.
 */
@Value.Immutable
@HcpModel
@Rule(
        value = "has(self.tenancy) && self.tenancy == 'host' ? !has(self.capacityReservation) : true",
        message = "AWS Capacity Reservations cannot be used with Dedicated Hosts (tenancy 'host')")
@Rule(
        value = "!has(self.marketType) || self.marketType != 'Spot' || !has(self.capacityReservation)",
        message = "Spot instances cannot be combined with Capacity Reservations")
@Rule(
        value = "!has(self.marketType) || self.marketType != 'Spot' || !has(self.tenancy) || self.tenancy == 'default'",
        message = "Spot instances require default tenancy or unset")
@Rule(
        value = "!has(self.marketType) || self.marketType != 'CapacityBlocks' || has(self.capacityReservation)",
        message = "CapacityBlocks market type requires capacityReservation to be specified")
@Rule(
        value = "!has(self.spot) || (has(self.marketType) && self.marketType == 'Spot')",
        message = "spot options can only be specified when marketType is 'Spot'")
public interface AwsPlacementOptions extends Model {
    /** Capacity that was reserved beforehand; not on dedicated hosts, and not for spot instances. */
    @Nullable
    AwsCapacityReservation getCapacityReservation();

    /** How instances are paid for; on demand by default. */
    @Nullable
    AwsMarketType getMarketType();

    /** Details of spot instances. */
    @Nullable
    AwsSpotOptions getSpot();

    /** Who shares the hardware; {@code default} is shared hardware. */
    @Nullable
    AwsTenancy getTenancy();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsPlacementOptions}. Not thread-safe. */
    final class Builder extends ImmutableAwsPlacementOptions.Builder {
        Builder() {}

        /** Sets {@code capacityReservation} from a builder. */
        public Builder capacityReservation(UnaryOperator<AwsCapacityReservation.Builder> edit) {
            return capacityReservation(
                    edit.apply(AwsCapacityReservation.builder()).build());
        }

        /** Sets {@code spot} from a builder. */
        public Builder spot(UnaryOperator<AwsSpotOptions.Builder> edit) {
            return spot(edit.apply(AwsSpotOptions.builder()).build());
        }
    }
}
