package dev.hcp.api.kubevirt;

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
 * What a virtual machine instance is.
 *
 * <p>CRD field: VirtualMachineInstance {@code status}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface VirtualMachineInstanceStatus extends Model {
    /** What is observed, by condition type. */
    @PlainConditions(
            required = {"status", "type"},
            times = {"lastProbeTime", "lastTransitionTime"},
            timesMayBeNull = true)
    List<Condition> getConditions();

    /** Its network interfaces as observed. */
    List<VirtualMachineNetworkStatus> getInterfaces();

    /** The image that runs it. */
    @Nullable
    String getLauncherContainerImageVersion();

    /** How it can be moved while it runs. */
    @Nullable
    String getMigrationMethod();

    /** The node on which it runs. */
    @Nullable
    String getNodeName();

    /** Pending, Scheduling, Scheduled, Running, Succeeded, Failed or Unknown. */
    @Nullable
    String getPhase();

    /** When each phase began. */
    @ListType("atomic")
    List<VirtualMachinePhaseTransition> getPhaseTransitionTimestamps();

    /** A word for programs. */
    @Nullable
    String getReason();

    /** Its volumes as observed. */
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
