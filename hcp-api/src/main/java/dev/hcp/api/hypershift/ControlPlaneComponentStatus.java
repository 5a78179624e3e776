package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Maximum;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.Size;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What one component of a hosted control plane is.
 *
 * <p>CRD field: ControlPlaneComponent {@code status}.
 */
@Value.Immutable
@HcpModel
public interface ControlPlaneComponentStatus extends Model {
    /** What is observed, by condition type: Available and RolloutComplete. */
    @Size(max = 10)
    @ListType(value = "map", keys = "type")
    List<Condition> getConditions();

    /** The generation of the hosted control plane that the component reflects. */
    @Minimum(1)
    @Maximum(9007199254740992L)
    @Nullable
    Long getObservedGeneration();

    /** The objects that make up the component. */
    @Size(max = 100)
    List<ComponentResource> getResources();

    /** The release that the component runs. */
    @Size(max = 255)
    @Nullable
    String getVersion();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ControlPlaneComponentStatus}. Not thread-safe. */
    final class Builder extends ImmutableControlPlaneComponentStatus.Builder {
        Builder() {}
    }
}
