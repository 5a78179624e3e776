package dev.hcp.api.hypershift.scheduling;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Rule;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The size classes into which hosted clusters fall, and how they move between them.
 *
 * <p>CRD field: ClusterSizingConfiguration {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface ClusterSizingConfigurationSpec extends Model {
    /** How many clusters may change size at once. */
    @Nullable
    ConcurrencyConfiguration getConcurrency();

    /** Spare nodes in each zone for what does not serve API requests; may be a fraction. */
    @Nullable
    Quantity getNonRequestServingNodesBufferPerZone();

    /** The size classes. Their node counts start at 0, and neither overlap nor leave gaps. */
    @ListType(value = "map", keys = "name")
    @Rule(
            value = "self.exists_one(i, i.criteria.from == 0)",
            message = "exactly one size class must have a lower limit of zero")
    @Rule(
            value = "self.exists_one(i, !has(i.criteria.to))",
            message = "exactly one size class must have no upper limit")
    List<SizeConfiguration> getSizes();

    /** How long a cluster must want another size before it gets it. */
    @Nullable
    TransitionDelayConfiguration getTransitionDelay();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ClusterSizingConfigurationSpec}. Not thread-safe. */
    final class Builder extends ImmutableClusterSizingConfigurationSpec.Builder {
        Builder() {}

        /** Sets {@code concurrency} from a builder. */
        public Builder concurrency(UnaryOperator<ConcurrencyConfiguration.Builder> edit) {
            return concurrency(edit.apply(ConcurrencyConfiguration.builder()).build());
        }

        /** Sets {@code transitionDelay} from a builder. */
        public Builder transitionDelay(UnaryOperator<TransitionDelayConfiguration.Builder> edit) {
            return transitionDelay(
                    edit.apply(TransitionDelayConfiguration.builder()).build());
        }
    }
}
