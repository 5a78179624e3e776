package dev.hcp.api.kubevirt;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.Required;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * VirtualMachineSpec.
 *
 * <p>CRD field: VirtualMachine {@code spec}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface VirtualMachineSpec extends Model {
    /** {@code dataVolumeTemplates}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<DataVolumeTemplate> getDataVolumeTemplates();

    /** {@code runStrategy}. */
    @Nullable
    String getRunStrategy();

    /** {@code running}. */
    @Nullable
    Boolean getRunning();

    /** {@code template}. */
    @Required
    @Nullable
    VirtualMachineInstanceTemplate getTemplate();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link VirtualMachineSpec}. Not thread-safe. */
    final class Builder extends ImmutableVirtualMachineSpec.Builder {
        Builder() {}

        /** Sets {@code template} from a builder. */
        public Builder template(UnaryOperator<VirtualMachineInstanceTemplate.Builder> edit) {
            return template(edit.apply(VirtualMachineInstanceTemplate.builder()).build());
        }
    }
}
