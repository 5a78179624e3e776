package dev.hcp.api.hypershift.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Instance capacity that was reserved beforehand.
 *
 * <p>CRD field: NodePool {@code spec.platform.aws.placement.capacityReservation}.
 */
@Value.Immutable
@HcpModel
@Rule(
        value = "has(self.id) ? (!has(self.preference) || !(self.preference in ['Open','None'])) : true",
        message =
                "AWS Capacity Reservation preference 'None' or 'Open' is incompatible with specifying a Capacity Reservation ID")
@Rule(
        value = "has(self.marketType) && self.marketType == 'CapacityBlocks' ? has(self.id) : true",
        message = "AWS Capacity Reservation market type 'CapacityBlocks' requires a Capacity Reservation ID")
public interface AwsCapacityReservation extends Model {
    /** The reservation, such as {@code cr-0123456789abcdef0}. */
    @Size(max = 20)
    @Rule(
            value = "self.matches('^cr-[a-f0-9]{17}$')",
            message =
                    "AWS Capacity Reservation ID must start with 'cr-' followed by 17 lowercase hexadecimal characters (e.g., cr-0123456789abcdef0)")
    @Nullable
    String getId();

    /** How instances are paid for; give way to the member of the same name in the placement. */
    @OneOf({"OnDemand", "CapacityBlocks"})
    @Nullable
    AwsMarketType getMarketType();

    /** Which reservations may be used when none is named. */
    @Nullable
    AwsCapacityReservationPreference getPreference();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsCapacityReservation}. Not thread-safe. */
    final class Builder extends ImmutableAwsCapacityReservation.Builder {
        Builder() {}
    }
}
