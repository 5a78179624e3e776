package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.List;
import org.immutables.value.Value;

/**
 * Ranges of addresses.
 *
 * <p>CRD field: Cluster {@code spec.clusterNetwork.pods}, Cluster {@code spec.clusterNetwork.services}.
 */
@Value.Immutable
@HcpModel
public interface CapiNetworkRanges extends Model {
    /** The ranges. */
    @Required
    List<String> getCidrBlocks();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link CapiNetworkRanges}. Not thread-safe. */
    final class Builder extends ImmutableCapiNetworkRanges.Builder {
        Builder() {}
    }
}
