package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a machine set should be.
 *
 * <p>CRD field: MachineSet {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface MachineSetSpec extends Model {
    /** The name of the cluster that this belongs to; immutable. */
    @Required
    @Size(min = 1)
    @Nullable
    String getClusterName();

    /** Which machines go first; Random by default. */
    @Nullable
    DeletePolicy getDeletePolicy();

    /** Seconds for which a machine must be ready to count as available. */
    @Nullable
    Integer getMinReadySeconds();

    /** How many machines there should be. */
    @Nullable
    Integer getReplicas();

    /** The labels of its machines. */
    @Required
    @Nullable
    LabelSelector getSelector();

    /** What its machines look like. */
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

    /** Builds {@link MachineSetSpec}. Not thread-safe. */
    final class Builder extends ImmutableMachineSetSpec.Builder {
        Builder() {}

        /** Sets {@code template} from a builder. */
        public Builder template(UnaryOperator<MachineTemplateSpec.Builder> edit) {
            return template(edit.apply(MachineTemplateSpec.builder()).build());
        }
    }
}
