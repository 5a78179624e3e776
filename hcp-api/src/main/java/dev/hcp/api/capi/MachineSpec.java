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
 * What a machine should be.
 *
 * <p>CRD field: MachineDeployment {@code spec.template.spec}, MachineSet {@code spec.template.spec}, Machine {@code
 * spec}.
 */
@Value.Immutable
@HcpModel
public interface MachineSpec extends Model {
    /** Where it gets its first configuration. */
    @Required
    @Nullable
    MachineBootstrap getBootstrap();

    /** The name of the cluster that this belongs to; immutable. */
    @Required
    @Size(min = 1)
    @Nullable
    String getClusterName();

    /** The failure domain it is made in. */
    @Nullable
    String getFailureDomain();

    /** The machine object, or template, of the provider. */
    @Required
    @Nullable
    ObjectReference getInfrastructureRef();

    /** How long deleting the node may take; 10s by default. */
    @Nullable
    GoDuration getNodeDeletionTimeout();

    /** How long draining the node may take; without limit by default. */
    @Nullable
    GoDuration getNodeDrainTimeout();

    /** How long detaching volumes may take; without limit by default. */
    @Nullable
    GoDuration getNodeVolumeDetachTimeout();

    /** The name of the machine with its provider, as on the node. */
    @Nullable
    String getProviderID();

    /** The version that the node should run. */
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
