package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import dev.hcp.api.value.GoDuration;
import io.fabric8.kubernetes.api.model.ObjectReference;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * MachineSpec.
 *
 * <p>CRD field: MachineDeployment {@code spec.template.spec}, MachineSet {@code spec.template.spec}, Machine {@code
 * spec}.
 */
@Value.Immutable
@HcpModel
public interface MachineSpec extends Model {
    /** {@code bootstrap}. */
    @Required
    @Nullable
    MachineBootstrap getBootstrap();

    /** {@code clusterName}. */
    @Required
    @Size(min = 1)
    @Nullable
    String getClusterName();

    /** {@code failureDomain}. */
    @Nullable
    String getFailureDomain();

    /** {@code infrastructureRef}. */
    @Required
    @Nullable
    ObjectReference getInfrastructureRef();

    /** {@code nodeDeletionTimeout}. */
    @Nullable
    GoDuration getNodeDeletionTimeout();

    /** {@code nodeDrainTimeout}. */
    @Nullable
    GoDuration getNodeDrainTimeout();

    /** {@code nodeVolumeDetachTimeout}. */
    @Nullable
    GoDuration getNodeVolumeDetachTimeout();

    /** {@code providerID}. */
    @Nullable
    String getProviderID();

    /** {@code version}. */
    @Nullable
    String getVersion();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link MachineSpec}. Not thread-safe. */
    final class Builder extends ImmutableMachineSpec.Builder {
        Builder() {}

        /** Sets {@code bootstrap} from a builder. */
        public Builder bootstrap(UnaryOperator<MachineBootstrap.Builder> edit) {
            return bootstrap(edit.apply(MachineBootstrap.builder()).build());
        }
    }
}
