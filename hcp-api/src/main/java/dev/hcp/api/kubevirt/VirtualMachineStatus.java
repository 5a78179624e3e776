package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.PlainConditions;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a virtual machine is.
 *
 * <p>CRD field: VirtualMachine {@code status}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface VirtualMachineStatus extends Model {
    /** What is observed, by condition type. */
    @PlainConditions(
            required = {"status", "type"},
            times = {"lastProbeTime", "lastTransitionTime"},
            timesMayBeNull = true)
    List<Condition> getConditions();

    /** Whether there is an instance. */
    @Nullable
    Boolean getCreated();

    /** The generation of the object. */
    @Nullable
    Long getDesiredGeneration();

    /** The generation of the object that this speaks of. */
    @Nullable
    Long getObservedGeneration();

    /** Its state in a word, such as Stopped, Provisioning, Starting or Running. */
    @Default("\"Stopped\"")
    @Nullable
    String getPrintableStatus();

    /** Whether its instance is ready. */
    @Nullable
    Boolean getReady();

    /** When it runs, such as {@code Always}. */
    @Nullable
    String getRunStrategy();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link VirtualMachineStatus}. Not thread-safe. */
    final class Builder extends ImmutableVirtualMachineStatus.Builder {
        Builder() {}
    }
}
