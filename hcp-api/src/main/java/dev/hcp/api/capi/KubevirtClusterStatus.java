package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Required;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the KubeVirt side of a cluster is.
 *
 * <p>CRD field: KubevirtCluster {@code status}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtClusterStatus extends Model {
    /** What is observed, by condition type. */
    List<CapiCondition> getConditions();

    /** The domains that fail independently, by name. */
    Map<String, CapiFailureDomain> getFailureDomains();

    /** Whether virtual machines can be made. */
    @Required
    @Default("false")
    @Nullable
    Boolean getReady();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KubevirtClusterStatus}. Not thread-safe. */
    final class Builder extends ImmutableKubevirtClusterStatus.Builder {
        Builder() {}
    }
}
