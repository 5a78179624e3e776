package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster is, as Cluster API sees it.
 *
 * <p>CRD field: Cluster {@code status}.
 */
@Value.Immutable
@HcpModel
public interface ClusterStatus extends Model {
    /** What is observed, by condition type. */
    List<CapiCondition> getConditions();

    /** Whether the control plane answers. */
    @Nullable
    Boolean getControlPlaneReady();

    /** The domains that fail independently, by name. */
    Map<String, CapiFailureDomain> getFailureDomains();

    /** Why the object failed for good, for people. */
    @Nullable
    String getFailureMessage();

    /** Why the object failed for good, for programs. */
    @Nullable
    String getFailureReason();

    /** Whether the provider's part is there. */
    @Nullable
    Boolean getInfrastructureReady();

    /** The generation of the object that this speaks of. */
    @Nullable
    Long getObservedGeneration();

    /** Pending, Provisioning, Provisioned, Deleting, Failed or Unknown. */
    @Nullable
    String getPhase();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ClusterStatus}. Not thread-safe. */
    final class Builder extends ImmutableClusterStatus.Builder {
        Builder() {}
    }
}
