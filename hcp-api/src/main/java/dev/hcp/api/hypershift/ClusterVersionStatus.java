package dev.hcp.api.hypershift;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.NullAllowed;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The release of a cluster and how it came to it.
 *
 * <p>CRD field: HostedCluster {@code status.version}, HostedControlPlane {@code status.versionStatus}.
 */
@Value.Immutable
@HcpModel
public interface ClusterVersionStatus extends Model {
    /** Recommended updates; an explicit null when they are not known. */
    @Required
    @NullAllowed
    @Size(max = 100, since = Edition.LATEST)
    List<UpdateRelease> getAvailableUpdates();

    /** Updates that are recommended unless a risk applies. */
    @Size(max = 100, since = Edition.LATEST)
    @ListType("atomic")
    List<ConditionalUpdate> getConditionalUpdates();

    /** The release that the cluster goes to or has reached. */
    @Required
    @Nullable
    UpdateRelease getDesired();

    /** The releases that were applied, newest first; the first one may be under way. */
    List<UpdateHistory> getHistory();

    /** The generation of the object that this speaks of. */
    @Required
    @Nullable
    Long getObservedGeneration();

    /** A new builder. Without a value, {@code availableUpdates} is an explicit null: the member must be present. */
    static Builder builder() {
        return new Builder().unknownFields(JsonObject.of("availableUpdates", null));
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ClusterVersionStatus}. Not thread-safe. */
    final class Builder extends ImmutableClusterVersionStatus.Builder {
        Builder() {}

        /** Sets {@code desired} from a builder. */
        public Builder desired(UnaryOperator<UpdateRelease.Builder> edit) {
            return desired(edit.apply(UpdateRelease.builder()).build());
        }
    }
}
