package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import io.fabric8.kubernetes.api.model.ObjectReference;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the KubeVirt side of a cluster should be.
 *
 * <p>CRD field: KubevirtCluster {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtClusterSpec extends Model {
    /** Where the API server is reached. */
    @Nullable
    KubevirtApiEndpoint getControlPlaneEndpoint();

    /** The service of a control plane that runs on virtual machines; unused by hosted clusters. */
    @Nullable
    KubevirtServiceTemplate getControlPlaneServiceTemplate();

    /** The kubeconfig of the infrastructure cluster; absent when that is the management cluster. */
    @Nullable
    ObjectReference getInfraClusterSecretRef();

    /** Keys that may log in to virtual machines. */
    @Nullable
    KubevirtSshKeys getSshKeys();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KubevirtClusterSpec}. Not thread-safe. */
    final class Builder extends ImmutableKubevirtClusterSpec.Builder {
        Builder() {}

        /** Sets {@code controlPlaneEndpoint} from a builder. */
        public Builder controlPlaneEndpoint(UnaryOperator<KubevirtApiEndpoint.Builder> edit) {
            return controlPlaneEndpoint(
                    edit.apply(KubevirtApiEndpoint.builder()).build());
        }

        /** Sets {@code controlPlaneServiceTemplate} from a builder. */
        public Builder controlPlaneServiceTemplate(UnaryOperator<KubevirtServiceTemplate.Builder> edit) {
            return controlPlaneServiceTemplate(
                    edit.apply(KubevirtServiceTemplate.builder()).build());
        }

        /** Sets {@code sshKeys} from a builder. */
        public Builder sshKeys(UnaryOperator<KubevirtSshKeys.Builder> edit) {
            return sshKeys(edit.apply(KubevirtSshKeys.builder()).build());
        }
    }
}
