package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An update that is recommended unless a risk applies.
 *
 * <p>CRD field: HostedCluster {@code status.version.conditionalUpdates[]}, HostedControlPlane {@code
 * status.versionStatus.conditionalUpdates[]}.
 */
@Value.Immutable
@HcpModel
public interface ConditionalUpdate extends Model {
    /** Whether it is recommended to this cluster. */
    @ListType(value = "map", keys = "type")
    List<Condition> getConditions();

    /** The release. */
    @Required
    @Nullable
    UpdateRelease getRelease();

    /** The risks. */
    @Required
    @Size(min = 1)
    @Size(max = 200, since = Edition.LATEST)
    @ListType(value = "map", keys = "name")
    List<ConditionalUpdateRisk> getRisks();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ConditionalUpdate}. Not thread-safe. */
    final class Builder extends ImmutableConditionalUpdate.Builder {
        Builder() {}

        /** Sets {@code release} from a builder. */
        public Builder release(UnaryOperator<UpdateRelease.Builder> edit) {
            return release(edit.apply(UpdateRelease.builder()).build());
        }
    }
}
