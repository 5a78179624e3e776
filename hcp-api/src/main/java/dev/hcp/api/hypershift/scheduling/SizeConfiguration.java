package dev.hcp.api.hypershift.scheduling;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A size class.
 *
 * <p>CRD field: ClusterSizingConfiguration {@code spec.sizes[]}.
 */
@Value.Immutable
@HcpModel
public interface SizeConfiguration extends Model {
    /** How many nodes clusters of the class have. */
    @Required
    @Nullable
    NodeCountCriteria getCriteria();

    /** What being of the class means for the control plane. */
    @Nullable
    SizeEffects getEffects();

    /** What the class means for the management cluster. */
    @Nullable
    SizeManagement getManagement();

    /** The name, such as {@code small}. */
    @Required
    @Nullable
    String getName();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link SizeConfiguration}. Not thread-safe. */
    final class Builder extends ImmutableSizeConfiguration.Builder {
        Builder() {}

        /** Sets {@code criteria} from a builder. */
        public Builder criteria(UnaryOperator<NodeCountCriteria.Builder> edit) {
            return criteria(edit.apply(NodeCountCriteria.builder()).build());
        }

        /** Sets {@code effects} from a builder. */
        public Builder effects(UnaryOperator<SizeEffects.Builder> edit) {
            return effects(edit.apply(SizeEffects.builder()).build());
        }

        /** Sets {@code management} from a builder. */
        public Builder management(UnaryOperator<SizeManagement.Builder> edit) {
            return management(edit.apply(SizeManagement.builder()).build());
        }
    }
}
