package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A domain that fails independently.
 *
 * <p>CRD field: Cluster {@code status.failureDomains{}}, KubevirtCluster {@code status.failureDomains{}},
 * AgentCluster {@code status.failureDomains{}}.
 */
@Value.Immutable
@HcpModel
public interface CapiFailureDomain extends Model {
    /** What the provider says of it. */
    Map<String, String> getAttributes();

    /** Whether control plane machines may be there. */
    @Nullable
    Boolean getControlPlane();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link CapiFailureDomain}. Not thread-safe. */
    final class Builder extends ImmutableCapiFailureDomain.Builder {
        Builder() {}
    }
}
