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
 * MachineSetSpec.
 *
 * <p>CRD field: MachineSet {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface MachineSetSpec extends Model {
    /** {@code clusterName}. */
    @Required
    @Size(min = 1)
    @Nullable
    String getClusterName();

    /** {@code deletePolicy}. */
    @Nullable
    DeletePolicy getDeletePolicy();

    /** {@code minReadySeconds}. */
    @Nullable
    Integer getMinReadySeconds();

    /** {@code replicas}. */
    @Nullable
    Integer getReplicas();

    /** {@code selector}. */
    @Required
    @Nullable
    LabelSelector getSelector();

    /** {@code template}. */
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
