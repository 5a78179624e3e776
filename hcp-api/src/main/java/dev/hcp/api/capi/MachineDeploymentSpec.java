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
 * What a machine deployment should be.
 *
 * <p>CRD field: MachineDeployment {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface MachineDeploymentSpec extends Model {
    /** The name of the cluster that this belongs to; immutable. */
    @Required
    @Size(min = 1)
    @Nullable
    String getClusterName();

    /** Seconds for which a machine must be ready to count as available. */
    @Nullable
    Integer getMinReadySeconds();

    /** Whether the deployment is left alone. */
    @Nullable
    Boolean getPaused();

    /** Seconds after which an update without progress counts as failed. */
    @Nullable
    Integer getProgressDeadlineSeconds();

    /** How many machines there should be. */
    @Nullable
    Integer getReplicas();

    /** How many old machine sets are kept. */
    @Nullable
    Integer getRevisionHistoryLimit();

    /** A time after which all machines are replaced, RFC 3339. */
    @Format("date-time")
    @Nullable
    String getRolloutAfter();

    /** The labels of its machines. */
    @Required
    @Nullable
    LabelSelector getSelector();

    /** How machines are replaced. */
    @Nullable
    MachineDeploymentStrategy getStrategy();

    /** What its machines look like. */
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
