package dev.hcp.api.kubevirt;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.PlainConditions;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * VirtualMachineInstanceStatus.
 *
 * <p>CRD field: VirtualMachineInstance {@code status}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface VirtualMachineInstanceStatus extends Model {
    /** {@code conditions}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @PlainConditions(
            required = {"status", "type"},
            times = {"lastProbeTime", "lastTransitionTime"})
    List<Condition> getConditions();

    /** {@code interfaces}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<VirtualMachineNetworkStatus> getInterfaces();

    /** {@code launcherContainerImageVersion}. */
    @Nullable
    String getLauncherContainerImageVersion();

    /** {@code migrationMethod}. */
    @Nullable
    String getMigrationMethod();

    /** {@code nodeName}. */
    @Nullable
    String getNodeName();

    /** {@code phase}. */
    @Nullable
    String getPhase();

    /** {@code phaseTransitionTimestamps}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @ListType("atomic")
    List<VirtualMachinePhaseTransition> getPhaseTransitionTimestamps();

    /** {@code reason}. */
    @Nullable
    String getReason();

    /** {@code volumeStatus}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @ListType("atomic")
    List<VirtualMachineVolumeStatus> getVolumeStatus();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link VirtualMachineInstanceStatus}. Not thread-safe. */
    final class Builder extends ImmutableVirtualMachineInstanceStatus.Builder {
        Builder() {}
    }
}
