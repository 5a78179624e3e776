package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A volume behind a disk: exactly one of its kinds.
 *
 * <p>CRD field: VirtualMachineInstance {@code spec.volumes[]}, VirtualMachine {@code spec.template.spec.volumes[]}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface VirtualMachineVolume extends Model {
    /** First configuration on a config drive. */
    @Nullable
    VirtualMachineCloudInit getCloudInitConfigDrive();

    /** First configuration in the NoCloud form. */
    @Nullable
    VirtualMachineCloudInit getCloudInitNoCloud();

    /** A disk in a container image. */
    @Nullable
    VirtualMachineContainerDisk getContainerDisk();

    /** A data volume. */
    @Nullable
    VirtualMachineDataVolume getDataVolume();

    /** The name that disks use. */
    @Required
    @Nullable
    String getName();

    /** A claim. */
    @Nullable
    VirtualMachineClaim getPersistentVolumeClaim();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link VirtualMachineVolume}. Not thread-safe. */
    final class Builder extends ImmutableVirtualMachineVolume.Builder {
        Builder() {}

        /** Sets {@code cloudInitConfigDrive} from a builder. */
        public Builder cloudInitConfigDrive(UnaryOperator<VirtualMachineCloudInit.Builder> edit) {
            return cloudInitConfigDrive(
                    edit.apply(VirtualMachineCloudInit.builder()).build());
        }

        /** Sets {@code cloudInitNoCloud} from a builder. */
        public Builder cloudInitNoCloud(UnaryOperator<VirtualMachineCloudInit.Builder> edit) {
            return cloudInitNoCloud(
                    edit.apply(VirtualMachineCloudInit.builder()).build());
        }

        /** Sets {@code containerDisk} from a builder. */
        public Builder containerDisk(UnaryOperator<VirtualMachineContainerDisk.Builder> edit) {
            return containerDisk(
                    edit.apply(VirtualMachineContainerDisk.builder()).build());
        }

        /** Sets {@code dataVolume} from a builder. */
        public Builder dataVolume(UnaryOperator<VirtualMachineDataVolume.Builder> edit) {
            return dataVolume(edit.apply(VirtualMachineDataVolume.builder()).build());
        }

        /** Sets {@code persistentVolumeClaim} from a builder. */
        public Builder persistentVolumeClaim(UnaryOperator<VirtualMachineClaim.Builder> edit) {
            return persistentVolumeClaim(
                    edit.apply(VirtualMachineClaim.builder()).build());
        }
    }
}
