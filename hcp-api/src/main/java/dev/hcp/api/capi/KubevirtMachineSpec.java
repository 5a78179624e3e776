package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import io.fabric8.kubernetes.api.model.ObjectReference;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * KubevirtMachineSpec.
 *
 * <p>CRD field: KubevirtMachine {@code spec}, KubevirtMachineTemplate {@code spec.template.spec}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtMachineSpec extends Model {
    /** {@code infraClusterSecretRef}. */
    @Nullable
    ObjectReference getInfraClusterSecretRef();

    /** {@code providerID}. */
    @Nullable
    String getProviderID();

    /** {@code virtualMachineBootstrapCheck}. */
    @Nullable
    KubevirtBootstrapCheck getVirtualMachineBootstrapCheck();

    /** {@code virtualMachineTemplate}. */
    @Nullable
    KubevirtVirtualMachineTemplate getVirtualMachineTemplate();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KubevirtMachineSpec}. Not thread-safe. */
    final class Builder extends ImmutableKubevirtMachineSpec.Builder {
        Builder() {}

        /** Sets {@code virtualMachineBootstrapCheck} from a builder. */
        public Builder virtualMachineBootstrapCheck(UnaryOperator<KubevirtBootstrapCheck.Builder> edit) {
            return virtualMachineBootstrapCheck(
                    edit.apply(KubevirtBootstrapCheck.builder()).build());
        }

        /** Sets {@code virtualMachineTemplate} from a builder. */
        public Builder virtualMachineTemplate(UnaryOperator<KubevirtVirtualMachineTemplate.Builder> edit) {
            return virtualMachineTemplate(
                    edit.apply(KubevirtVirtualMachineTemplate.builder()).build());
        }
    }
}
