package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.Items;
import dev.hcp.api.schema.Required;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a virtual machine should be.
 *
 * <p>CRD field: VirtualMachine {@code spec}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface VirtualMachineSpec extends Model {
    /** Volumes that are made and deleted with it. */
    @Items(nullAllowed = true)
    List<DataVolumeTemplate> getDataVolumeTemplates();

    /** When it runs, such as {@code Always}. */
    @Nullable
    String getRunStrategy();

    /** Whether it runs; excludes {@code runStrategy}. */
    @Nullable
    Boolean getRunning();

    /** What it runs as. */
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
