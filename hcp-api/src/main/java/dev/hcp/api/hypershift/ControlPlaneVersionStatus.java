package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Maximum;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The release of the components on the management cluster.
 *
 * <p>CRD field: HostedCluster {@code status.controlPlaneVersion}, HostedControlPlane {@code
 * status.controlPlaneVersion}.
 */
@Value.Immutable
@HcpModel
public interface ControlPlaneVersionStatus extends Model {
    /** The release that they move towards. */
    @Required
    @Nullable
    ControlPlaneRelease getDesired();

    /** The releases they had, the newest first. */
    @Size(min = 1, max = 100)
    @ListType("atomic")
    List<ControlPlaneUpdateHistory> getHistory();

    /** The generation of the hosted control plane that this reflects. */
    @Minimum(1)
    @Maximum(9007199254740992L)
    @Nullable
    Long getObservedGeneration();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ControlPlaneVersionStatus}. Not thread-safe. */
    final class Builder extends ImmutableControlPlaneVersionStatus.Builder {
        Builder() {}

        /** Sets {@code desired} from a builder. */
        public Builder desired(UnaryOperator<ControlPlaneRelease.Builder> edit) {
            return desired(edit.apply(ControlPlaneRelease.builder()).build());
        }
    }
}
