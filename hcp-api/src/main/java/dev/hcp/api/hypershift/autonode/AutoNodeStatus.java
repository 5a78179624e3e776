package dev.hcp.api.hypershift.autonode;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Maximum;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What automatic provisioning has done.
 *
 * <p>CRD field: HostedCluster {@code status.autoNode}, HostedControlPlane {@code status.autoNode}.
 */
@Value.Immutable
@HcpModel
@Size(min = 1)
public interface AutoNodeStatus extends Model {
    /** Nodes asked for, whether or not they exist yet. */
    @Minimum(0)
    @Nullable
    Integer getNodeClaimCount();

    /** Nodes that exist. */
    @Minimum(0)
    @Nullable
    Integer getNodeCount();

    /** Virtual processors of those nodes that have reported them. */
    @Minimum(0)
    @Maximum(1000000)
    @Nullable
    Integer getVcpus();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AutoNodeStatus}. Not thread-safe. */
    final class Builder extends ImmutableAutoNodeStatus.Builder {
        Builder() {}
    }
}
