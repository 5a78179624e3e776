package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import io.fabric8.kubernetes.api.model.ObjectReference;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Where a machine gets its first configuration.
 *
 * <p>CRD field: MachineDeployment {@code spec.template.spec.bootstrap}, MachineSet {@code
 * spec.template.spec.bootstrap}, Machine {@code spec.bootstrap}.
 */
@Value.Immutable
@HcpModel
public interface MachineBootstrap extends Model {
    /** An object that makes it; unused by hosted clusters. */
    @Nullable
    ObjectReference getConfigRef();

    /** The secret that holds it: the user data of a node pool. */
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
