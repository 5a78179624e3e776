package dev.hcp.api.hypershift.scheduling;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import io.fabric8.kubernetes.api.model.Quantity;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a container of a control plane deployment asks for.
 *
 * <p>CRD field: ClusterSizingConfiguration {@code spec.sizes[].effects.resourceRequests[]}.
 */
@Value.Immutable
@HcpModel
public interface ResourceRequest extends Model {
    /** The container. */
    @Required
    @Nullable
    String getContainerName();

    /** Processors. */
    @Nullable
    Quantity getCpu();

    /** The deployment. */
    @Required
    @Nullable
    String getDeploymentName();

    /** Bytes of memory. */
    @Nullable
    Quantity getMemory();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ResourceRequest}. Not thread-safe. */
    final class Builder extends ImmutableResourceRequest.Builder {
        Builder() {}
    }
}
