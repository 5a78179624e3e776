package dev.hcp.api.capi;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import io.fabric8.kubernetes.api.model.ObjectReference;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * MachineStatus.
 *
 * <p>CRD field: Machine {@code status}.
 */
@Value.Immutable
@HcpModel
public interface MachineStatus extends Model {
    /** {@code addresses}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<MachineAddress> getAddresses();

    /** {@code bootstrapReady}. */
    @Nullable
    Boolean getBootstrapReady();

    /** {@code certificatesExpiryDate}. */
    @Format("date-time")
    @Nullable
    String getCertificatesExpiryDate();

    /** {@code conditions}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<CapiCondition> getConditions();

    /** {@code failureMessage}. */
    @Nullable
    String getFailureMessage();

    /** {@code failureReason}. */
    @Nullable
    String getFailureReason();

    /** {@code infrastructureReady}. */
    @Nullable
    Boolean getInfrastructureReady();

    /** {@code lastUpdated}. */
    @Format("date-time")
    @Nullable
    String getLastUpdated();

    /** {@code nodeInfo}. */
    @Nullable
    MachineNodeInfo getNodeInfo();

    /** {@code nodeRef}. */
    @Nullable
    ObjectReference getNodeRef();

    /** {@code observedGeneration}. */
    @Nullable
    Long getObservedGeneration();

    /** {@code phase}. */
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
