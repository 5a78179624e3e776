package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * MachineDeploymentSpec.
 *
 * <p>CRD field: MachineDeployment {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface MachineDeploymentSpec extends Model {
    /** {@code clusterName}. */
    @Required
    @Size(min = 1)
    @Nullable
    String getClusterName();

    /** {@code minReadySeconds}. */
    @Nullable
    Integer getMinReadySeconds();

    /** {@code paused}. */
    @Nullable
    Boolean getPaused();

    /** {@code progressDeadlineSeconds}. */
    @Nullable
    Integer getProgressDeadlineSeconds();

    /** {@code replicas}. */
    @Nullable
    Integer getReplicas();

    /** {@code revisionHistoryLimit}. */
    @Nullable
    Integer getRevisionHistoryLimit();

    /** {@code rolloutAfter}. */
    @Format("date-time")
    @Nullable
    String getRolloutAfter();

    /** {@code selector}. */
    @Required
    @Nullable
    LabelSelector getSelector();

    /** {@code strategy}. */
    @Nullable
    MachineDeploymentStrategy getStrategy();

    /** {@code template}. */
    @Required
    @Nullable
    MachineTemplateSpec getTemplate();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link MachineDeploymentSpec}. Not thread-safe. */
    final class Builder extends ImmutableMachineDeploymentSpec.Builder {
        Builder() {}

        /** Sets {@code strategy} from a builder. */
        public Builder strategy(UnaryOperator<MachineDeploymentStrategy.Builder> edit) {
            return strategy(edit.apply(MachineDeploymentStrategy.builder()).build());
        }

        /** Sets {@code template} from a builder. */
        public Builder template(UnaryOperator<MachineTemplateSpec.Builder> edit) {
            return template(edit.apply(MachineTemplateSpec.builder()).build());
        }
    }
}
