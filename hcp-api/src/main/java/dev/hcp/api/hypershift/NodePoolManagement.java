package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How nodes are replaced or updated.
 *
 * <p>CRD field: NodePool {@code spec.management}.
 */
@Value.Immutable
@HcpModel
@Rule(
        value = "!has(self.inPlace) || self.upgradeType == 'InPlace'",
        message = "The 'inPlace' field can only be set when 'upgradeType' is 'InPlace'",
        since = Edition.LATEST)
public interface NodePoolManagement extends Model {
    /** Whether unhealthy machines are replaced; false by default. */
    @Default("false")
    @Nullable
    Boolean getAutoRepair();

    /** Details of in-place updates. */
    @Nullable
    InPlaceUpgrade getInPlace();

    /** Details of replacement; a rolling update, one more and none less, by default. */
    @Default("{\"rollingUpdate\": {\"maxSurge\": 1, \"maxUnavailable\": 0}, \"strategy\": \"RollingUpdate\"}")
    @Nullable
    ReplaceUpgrade getReplace();

    /** Whether nodes are replaced or updated in place; immutable. */
    @Required
    @Rule(value = "self == oldSelf", message = "UpgradeType is immutable")
    @Nullable
    UpgradeType getUpgradeType();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link NodePoolManagement}. Not thread-safe. */
    final class Builder extends ImmutableNodePoolManagement.Builder {
        Builder() {}

        /** Sets {@code inPlace} from a builder. */
        public Builder inPlace(UnaryOperator<InPlaceUpgrade.Builder> edit) {
            return inPlace(edit.apply(InPlaceUpgrade.builder()).build());
        }

        /** Sets {@code replace} from a builder. */
        public Builder replace(UnaryOperator<ReplaceUpgrade.Builder> edit) {
            return replace(edit.apply(ReplaceUpgrade.builder()).build());
        }
    }
}
