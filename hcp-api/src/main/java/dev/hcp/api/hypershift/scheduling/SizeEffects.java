package dev.hcp.api.hypershift.scheduling;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.NamedInJson;
import dev.hcp.api.value.GoDuration;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a size class sets in hosted control planes.
 *
 * <p>CRD field: ClusterSizingConfiguration {@code spec.sizes[].effects}.
 */
@Value.Immutable
@HcpModel
public interface SizeEffects extends NamedInJson {
    /** The priority class of the pods that serve API requests. */
    @JsonProperty("APICriticalPriorityClassName")
    @Nullable
    String getApiCriticalPriorityClassName();

    /** The priority class of most control plane pods. */
    @Nullable
    String getControlPlanePriorityClassName();

    /** The priority class of the etcd pods. */
    @Nullable
    String getEtcdPriorityClassName();

    /** The soft memory limit, {@code GOMEMLIMIT}, of the API server. */
    @Nullable
    Quantity getKasGoMemLimit();

    /** How long a node may be unhealthy before its machine is replaced. */
    @Nullable
    GoDuration getMachineHealthCheckTimeout();

    /** Resource requests of single containers. */
    List<ResourceRequest> getResourceRequests();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link SizeEffects}. Not thread-safe. */
    final class Builder extends ImmutableSizeEffects.Builder {
        Builder() {}
    }
}
