package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import io.fabric8.kubernetes.api.model.ObjectReference;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a machine is.
 *
 * <p>CRD field: Machine {@code status}.
 */
@Value.Immutable
@HcpModel
public interface MachineStatus extends Model {
    /** The addresses of the machine. */
    List<MachineAddress> getAddresses();

    /** Whether its first configuration is there. */
    @Nullable
    Boolean getBootstrapReady();

    /** When the certificates of a control plane machine expire, RFC 3339. */
    @Format("date-time")
    @Nullable
    String getCertificatesExpiryDate();

    /** What is observed, by condition type. */
    List<CapiCondition> getConditions();

    /** Why the object failed for good, for people. */
    @Nullable
    String getFailureMessage();

    /** Why the object failed for good, for programs. */
    @Nullable
    String getFailureReason();

    /** Whether the provider's part is there. */
    @Nullable
    Boolean getInfrastructureReady();

    /** When the phase last changed, RFC 3339. */
    @Format("date-time")
    @Nullable
    String getLastUpdated();

    /** What its node says of itself. */
    @Nullable
    MachineNodeInfo getNodeInfo();

    /** Its node in the guest cluster. */
    @Nullable
    ObjectReference getNodeRef();

    /** The generation of the object that this speaks of. */
    @Nullable
    Long getObservedGeneration();

    /** Pending, Provisioning, Provisioned, Running, Deleting, Deleted, Failed or Unknown. */
    @Nullable
    String getPhase();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link MachineStatus}. Not thread-safe. */
    final class Builder extends ImmutableMachineStatus.Builder {
        Builder() {}

        /** Sets {@code nodeInfo} from a builder. */
        public Builder nodeInfo(UnaryOperator<MachineNodeInfo.Builder> edit) {
            return nodeInfo(edit.apply(MachineNodeInfo.builder()).build());
        }
    }
}
