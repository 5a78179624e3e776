package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import io.fabric8.kubernetes.api.model.ObjectReference;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the KubeVirt side of a machine should be.
 *
 * <p>CRD field: KubevirtMachine {@code spec}, KubevirtMachineTemplate {@code spec.template.spec}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtMachineSpec extends Model {
    /** The kubeconfig of the infrastructure cluster; absent when that is the management cluster. */
    @Nullable
    ObjectReference getInfraClusterSecretRef();

    /** The name of the machine with its provider, as on the node. */
    @Nullable
    String getProviderID();

    /** How the start is checked. */
    @Nullable
    KubevirtBootstrapCheck getVirtualMachineBootstrapCheck();

    /** The virtual machine. */
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
