package dev.hcp.api.capi;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * ClusterStatus.
 *
 * <p>CRD field: Cluster {@code status}.
 */
@Value.Immutable
@HcpModel
public interface ClusterStatus extends Model {
    /** {@code conditions}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<CapiCondition> getConditions();

    /** {@code controlPlaneReady}. */
    @Nullable
    Boolean getControlPlaneReady();

    /** {@code failureDomains}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Map<String, CapiFailureDomain> getFailureDomains();

    /** {@code failureMessage}. */
    @Nullable
    String getFailureMessage();

    /** {@code failureReason}. */
    @Nullable
    String getFailureReason();

    /** {@code infrastructureReady}. */
    @Nullable
    Boolean getInfrastructureReady();

    /** {@code observedGeneration}. */
    @Nullable
    Long getObservedGeneration();

    /** {@code phase}. */
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
