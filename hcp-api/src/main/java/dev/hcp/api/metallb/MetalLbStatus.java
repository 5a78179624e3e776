package dev.hcp.api.metallb;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;

/**
 * Nothing: MetalLB does not report on these kinds.
 *
 * <p>CRD field: IPAddressPool {@code status}, L2Advertisement {@code status}, BGPAdvertisement {@code status}.
 */
@Value.Immutable
@HcpModel
public interface MetalLbStatus extends Model {
    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link MetalLbStatus}. Not thread-safe. */
    final class Builder extends ImmutableMetalLbStatus.Builder {
        Builder() {}
    }
}
