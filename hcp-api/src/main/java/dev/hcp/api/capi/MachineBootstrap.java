package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import io.fabric8.kubernetes.api.model.ObjectReference;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * MachineBootstrap.
 *
 * <p>CRD field: MachineDeployment {@code spec.template.spec.bootstrap}, MachineSet {@code
 * spec.template.spec.bootstrap}, Machine {@code spec.bootstrap}.
 */
@Value.Immutable
@HcpModel
public interface MachineBootstrap extends Model {
    /** {@code configRef}. */
    @Nullable
    ObjectReference getConfigRef();

    /** {@code dataSecretName}. */
    @Nullable
    String getDataSecretName();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link MachineBootstrap}. Not thread-safe. */
    final class Builder extends ImmutableMachineBootstrap.Builder {
        Builder() {}
    }
}
